package org.lianpian.demo;

/**
 * What to generate; equal parameters give equal features, files and truths.
 *
 * @param communities number of communities in the dataset, 20 to 1,000,000; a town holds about 200
 *     of them with about 2,000 buildings and 5,000 pipes
 * @param seed start of every pseudo-random choice
 */
public record DemoParameters(int communities, long seed) {

  /** About 200 communities: one town. */
  public static final DemoParameters DEFAULT = new DemoParameters(200, 350404);

  private static final int COMMUNITIES_PER_TOWN = 200;
  private static final int TOWNS_PER_VALLEY = 18;
  private static final double METRES_PER_COMMUNITY = 16;

  public DemoParameters {
    if (communities < 20 || communities > 1_000_000) {
      throw new IllegalArgumentException(
          "communities must be in [20, 1000000], was " + communities);
    }
  }

  int towns() {
    return Math.max(1, (int) Math.round(communities / (double) COMMUNITIES_PER_TOWN));
  }

  /** Returns how many communities the towns before this one hold. */
  int communitiesBefore(int town) {
    return (int) ((long) communities * town / towns());
  }

  int communitiesIn(int town) {
    return communitiesBefore(town + 1) - communitiesBefore(town);
  }

  int valleyOf(int town) {
    return town / TOWNS_PER_VALLEY;
  }

  int placeInValley(int town) {
    return town % TOWNS_PER_VALLEY;
  }

  int valleys() {
    return valleyOf(towns() - 1) + 1;
  }

  int longestValley() {
    return Math.min(towns(), TOWNS_PER_VALLEY);
  }

  /** Returns the length of each town along its valley, in metres. */
  double townLength() {
    int largest = (communities + towns() - 1) / towns();
    return Math.max(640, METRES_PER_COMMUNITY * largest);
  }
}
