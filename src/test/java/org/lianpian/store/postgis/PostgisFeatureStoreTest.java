package org.lianpian.store.postgis;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.store.FeatureStoreContract;
import org.lianpian.support.PostgisServer;

@NullUnmarked
class PostgisFeatureStoreTest extends FeatureStoreContract {
  private PostgisConfig config;

  @Override
  protected FeatureStore create(Dataset dataset, List<FeatureType<?>> types) {
    config = PostgisServer.newSchema();
    return PostgisFeatureStore.create(config, dataset, types);
  }

  @Override
  protected FeatureStore open(List<FeatureType<?>> types) {
    return PostgisFeatureStore.open(config, types);
  }
}
