package org.lianpian.demo;

/** A side of the river. */
enum Bank {
  NORTH(1),
  SOUTH(-1);

  final int sign;

  Bank(int sign) {
    this.sign = sign;
  }
}
