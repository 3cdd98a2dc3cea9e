package org.lianpian.geocode.match;

import java.util.List;

/**
 * Logistic regression with a quadratic penalty, by Newton's method.
 *
 * <p>Source: D. R. Cox, The regression analysis of binary sequences, 1958; iteratively reweighted
 * least squares. Cost: examples × evidence² for each of at most {@value #ROUNDS} rounds.
 */
public final class LogisticFit {
  private static final int ROUNDS = 30;
  private static final double PENALTY = 1.0;
  private static final double SMALL_STEP = 1e-6;

  private LogisticFit() {}

  /** Returns the weights under which the examples are likeliest; the first value of each is 1. */
  static double[] fit(List<float[]> examples, List<Boolean> outcomes, int size) {
    double[] weights = new double[size];
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = step(examples, outcomes, weights);
      double largest = 0;
      for (int i = 0; i < size; i++) {
        weights[i] += step[i];
        largest = Math.max(largest, Math.abs(step[i]));
      }
      if (largest < SMALL_STEP) {
        break;
      }
    }
    return weights;
  }

  private static double[] step(List<float[]> examples, List<Boolean> outcomes, double[] weights) {
    int size = weights.length;
    double[][] matrix = new double[size][size + 1];
    for (int i = 1; i < size; i++) {
      matrix[i][i] = PENALTY;
      matrix[i][size] = -PENALTY * weights[i];
    }
    matrix[0][0] = SMALL_STEP;
    for (int k = 0; k < examples.size(); k++) {
      float[] values = examples.get(k);
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += weights[i] * values[i];
      }
      double expected = 1 / (1 + Math.exp(-sum));
      double error = (outcomes.get(k) ? 1 : 0) - expected;
      double spread = Math.max(1e-9, expected * (1 - expected));
      for (int i = 0; i < size; i++) {
        if (values[i] != 0) {
          double scaled = spread * values[i];
          for (int j = 0; j < size; j++) {
            matrix[i][j] += scaled * values[j];
          }
          matrix[i][size] += error * values[i];
        }
      }
    }
    return solve(matrix);
  }

  /** Solves by elimination with the largest pivot. */
  private static double[] solve(double[][] matrix) {
    int size = matrix.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = matrix[pivot];
      matrix[pivot] = matrix[column];
      matrix[column] = swap;
      for (int row = 0; row < size; row++) {
        double factor = matrix[row][column] / swap[column];
        if (row != column && factor != 0) {
          for (int i = column; i <= size; i++) {
            matrix[row][i] -= factor * swap[i];
          }
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = matrix[i][size] / matrix[i][i];
    }
    return solution;
  }
}
