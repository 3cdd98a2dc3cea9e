package org.lianpian.model;

/** A code with its label in both languages of the product. */
public interface Labelled {
  String name();

  String zh();

  String en();
}
