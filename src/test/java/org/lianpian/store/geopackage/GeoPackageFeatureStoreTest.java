package org.lianpian.store.geopackage;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.store.FeatureStoreContract;

@NullUnmarked
class GeoPackageFeatureStoreTest extends FeatureStoreContract {
  @TempDir Path folder;
  private int files;

  private Path file() {
    return folder.resolve("数据 " + files + ".gpkg");
  }

  @Override
  protected FeatureStore create(Dataset dataset, List<FeatureType<?>> types) {
    files++;
    return GeoPackageFeatureStore.create(file(), dataset, types);
  }

  @Override
  protected FeatureStore open(List<FeatureType<?>> types) {
    return GeoPackageFeatureStore.open(file(), types);
  }
}
