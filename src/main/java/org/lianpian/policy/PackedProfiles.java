package org.lianpian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads single profiles out of the jar, each with those it inherits and nothing else.
 *
 * <p>Checks nothing, and so takes a fraction of the time of {@link PolicyRegistry#builtIn}, to
 * which it gives equal profiles: what is packed into the jar was checked when the jar was built.
 */
public final class PackedProfiles {
  private PackedProfiles() {}

  /**
   * Returns the profile {@code FUZHOU-2021} from {@code …/fuzhou-2021.yml}.
   *
   * @throws IllegalArgumentException naming the profiles there are
   */
  public static PolicyProfile get(String id) {
    String name = "/" + id.toLowerCase(Locale.ROOT) + ".yml";
    Optional<String> file =
        PolicyFiles.packed().stream().filter(path -> path.endsWith(name)).findFirst();
    return file.isPresent() ? read(file.get()) : PolicyRegistry.builtIn().get(id);
  }

  private static PolicyProfile read(String file) {
    JsonNode tree = PolicyFiles.packed(file);
    PolicyProfile parent = tree.hasNonNull("inherits") ? get(tree.path("inherits").asText()) : null;
    return new ProfileBuilder(file, tree, PolicyFiles::packed, whole -> List.of(), parent).build();
  }
}
