package org.lianpian.region;

import org.junit.jupiter.api.Tag;

@Tag("FZ-04")
class PlainRegionalizerF2Test extends RegionalizerF2Contract {
  @Override
  Regionalizer regionalizer() {
    return new PlainRegionalizer();
  }
}
