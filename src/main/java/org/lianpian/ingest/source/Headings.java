package org.lianpian.ingest.source;

import java.util.HashSet;
import java.util.Set;
import org.lianpian.ingest.value.Texts;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.Property;

/** The words that headings are made of: names, titles and aliases of all properties. */
final class Headings {
  private static final Set<String> KNOWN = new HashSet<>();

  static {
    for (FeatureType<?> type : FeatureTypes.ALL) {
      for (Property<?> property : type.properties()) {
        KNOWN.add(Texts.key(property.name()));
        KNOWN.add(Texts.key(property.zh()));
        KNOWN.add(Texts.key(property.en()));
        property.aliases().forEach(alias -> KNOWN.add(Texts.key(alias)));
      }
    }
    for (String word : new String[] {"序号", "编号", "id", "经度", "纬度", "lon", "lat", "x", "y", "坐标"}) {
      KNOWN.add(word);
    }
  }

  private Headings() {}

  static boolean isKnown(String cell) {
    return KNOWN.contains(Texts.key(cell));
  }
}
