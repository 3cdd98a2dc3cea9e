package org.lianpian.frontage;

/** The two engines, which must give the same answers. */
enum Engine {
  SAMPLED(new SampledFrontageClassifier()),
  EXACT(new ExactFrontageClassifier(2));

  private final FrontageClassifier classifier;

  Engine(FrontageClassifier classifier) {
    this.classifier = classifier;
  }

  FrontageClassifier classifier() {
    return classifier;
  }

  /** Returns an empty world of which this engine answers. */
  World world() {
    return new World().by(classifier);
  }
}
