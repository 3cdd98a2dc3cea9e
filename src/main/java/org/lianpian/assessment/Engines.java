package org.lianpian.assessment;

import org.lianpian.frontage.FrontageClassifier;
import org.lianpian.region.Regionalizer;
import org.lianpian.sewer.ConnectionAssessor;

/** The implementations that answer; the composition root chooses them. */
public record Engines(
    Regionalizer regionalizer,
    FrontageClassifier frontageClassifier,
    ConnectionAssessor connectionAssessor) {}
