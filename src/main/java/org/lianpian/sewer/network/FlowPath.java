package org.lianpian.sewer.network;

/**
 * Pipes one after the other, in the direction of flow.
 *
 * @param lengthMetres along the pipes
 * @param dropMetres from the level of the first node to that of the last; NaN when unknown
 * @param longestTravelSeconds how long water takes at most in sewers that clean themselves
 */
public record FlowPath(
    int[] pipes, double lengthMetres, double dropMetres, double longestTravelSeconds) {

  /**
   * The least velocity for which sewers are designed, in metres a second. Source: GB 50014-2021,
   * 5.2.7.
   */
  public static final double SELF_CLEANSING_VELOCITY = 0.6;

  static FlowPath of(PipeNetwork network, int[] pipes) {
    double metres = 0;
    for (int pipe : pipes) {
      metres += network.lengthMetres(pipe);
    }
    double drop =
        pipes.length == 0
            ? 0
            : network.invert(network.from(pipes[0]))
                - network.invert(network.to(pipes[pipes.length - 1]));
    return new FlowPath(pipes, metres, drop, metres / SELF_CLEANSING_VELOCITY);
  }
}
