package org.lianpian.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lianpian.ingest.Importer;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Progress;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.region.PackagePlan;
import org.lianpian.region.PackagingParameters;
import org.lianpian.region.PlanScenarios;
import org.lianpian.wallmap.WallMap;

/**
 * What the API works with.
 *
 * @param on the day whose rules apply
 * @param analyses runs all analyses over the store
 * @param proposal makes the proposed packages of what is stored now, by parameters
 * @param wallMap prints; throws when this machine has no font for it
 * @param plans the planner's scenarios; the active one is on the map
 */
public record HttpServices(
    FeatureStore store,
    PolicyProfile profile,
    LocalDate on,
    Consumer<Progress> analyses,
    Function<PackagingParameters, PackagePlan> proposal,
    Importer importer,
    PlanScenarios plans,
    Supplier<WallMap> wallMap,
    Clock clock) {}
