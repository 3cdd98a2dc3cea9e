package org.lianpian.frontage.sight;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a unit shows of itself to one bank; all lengths in metres, weighted by the cosine between
 * the outward normal and the sight line. Not to be changed once the meter has returned it.
 */
public final class Exposure {
  private double frontage;
  private double exposed;
  private boolean inWater;
  private final Map<Quadrant, Double> frontageByQuadrant = new EnumMap<>(Quadrant.class);
  private final Map<Quadrant, Double> exposedByQuadrant = new EnumMap<>(Quadrant.class);
  private final Map<Integer, Double> hidden = new TreeMap<>();
  private final List<ExposedRun> runs = new ArrayList<>();
  private int firstRunOfRing;

  /** Returns W, the boundary that turns to the bank and is not hidden by the unit itself. */
  public double frontageMetres() {
    return frontage;
  }

  /** Returns E, the part of W within the distance and in sight. */
  public double exposedMetres() {
    return exposed;
  }

  /** Tells whether some of the boundary lies in the water. */
  public boolean isInWater() {
    return inWater;
  }

  /** Returns W by the side of the water on which the unit lies. */
  public Map<Quadrant, Double> frontageByQuadrant() {
    return frontageByQuadrant;
  }

  /** Returns E by the side of the water on which the unit lies. */
  public Map<Quadrant, Double> exposedByQuadrant() {
    return exposedByQuadrant;
  }

  /**
   * Returns the metres within the distance that each occluder hides, alone or with others, by its
   * number; occluders that hide no more than the tolerance are left out.
   */
  public Map<Integer, Double> hiddenMetres() {
    return hidden;
  }

  /** Returns the connected exposed parts in the order of the outline, slivers left out. */
  public List<ExposedRun> runs() {
    return runs;
  }

  void addFrontage(double metres, Quadrant side) {
    frontage += metres;
    frontageByQuadrant.merge(side, metres, Double::sum);
  }

  void addHidden(int occluder, double metres) {
    hidden.merge(occluder, metres, Double::sum);
  }

  void markInWater() {
    inWater = true;
  }

  /**
   * Adds an exposed part of a facade.
   *
   * @param field its sight lines, or null when it touches the bank
   * @param ringMetres where along the ring the facade begins
   */
  void addExposed(
      Facade facade,
      @Nullable SightField field,
      double start,
      double end,
      double metres,
      double ringMetres,
      Quadrant side) {
    exposed += metres;
    exposedByQuadrant.merge(side, metres, Double::sum);
    ExposedRun last = runs.size() > firstRunOfRing ? runs.get(runs.size() - 1) : null;
    if (last == null || !last.reaches(ringMetres + start)) {
      last = new ExposedRun();
      runs.add(last);
    }
    last.add(facade, field, start, end, metres, ringMetres);
  }

  void beginRing() {
    firstRunOfRing = runs.size();
  }

  /** Makes one run of two that meet where the ring begins. */
  void endRing(double perimeter) {
    int last = runs.size() - 1;
    if (last > firstRunOfRing
        && runs.get(firstRunOfRing).startsRing()
        && runs.get(last).reaches(perimeter)) {
      runs.get(last).append(runs.remove(firstRunOfRing));
    }
    firstRunOfRing = runs.size();
  }

  /** Drops what is shorter than the tolerance from the evidence; the sums keep it. */
  void finish() {
    hidden.values().removeIf(metres -> metres <= SightMeter.TOLERANCE_METRES);
    runs.removeIf(run -> run.metres() <= SightMeter.TOLERANCE_METRES);
  }
}
