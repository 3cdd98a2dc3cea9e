package org.lianpian.demo;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code truth.json}: what was planted, community by community as it is made, and which
 * ledger row means which community.
 */
final class TruthFile implements AutoCloseable {
  static final String FILE_NAME = "truth.json";

  private final Path file;
  private final JsonGenerator json;
  private final List<LedgerRow> ledgerRows = new ArrayList<>();

  private TruthFile(Path file, JsonGenerator json) {
    this.file = file;
    this.json = json;
  }

  static TruthFile create(Path directory, DemoParameters parameters) {
    Path file = directory.resolve(FILE_NAME);
    try {
      Files.createDirectories(directory);
      JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
      json.writeStartObject();
      json.writeStringField("dataset", DemoTown.dataset().name());
      json.writeBooleanField("synthetic", true);
      json.writeNumberField("seed", parameters.seed());
      json.writeNumberField("count", parameters.communities());
      json.writeStringField("cutoff", "2005");
      json.writeArrayFieldStart("communities");
      return new TruthFile(file, json);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  Path file() {
    return file;
  }

  void write(DemoTruth truth) {
    try {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringField("id", truth.communityId());
      json.writeStringField("drainage", truth.fault().drainageStatus());
      json.writeStringField("fault", truth.fault().name());
      json.writeArrayFieldStart("objects");
      for (String object : truth.objects()) {
        json.writeString(object);
      }
      json.writeEndArray();
      Double gap = truth.gapMetres();
      if (gap != null) {
        json.writeNumberField("gapMetres", gap);
      }
      optional("frontage", truth.frontage());
      optional("eligibility", truth.eligibility());
      optional(
          "eligibilityReason",
          truth.eligibilityReason().isEmpty() ? null : truth.eligibilityReason());
      json.writeEndObject();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  void ledger(Ledger ledger) {
    ledgerRows.addAll(ledger.rows());
  }

  private void optional(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  @Override
  public void close() {
    try {
      json.writeEndArray();
      json.writeArrayFieldStart("ledger");
      for (LedgerRow row : ledgerRows) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeNumberField("row", row.sheetRow());
        json.writeStringField("name", row.name());
        json.writeStringField("communityId", row.communityId());
        json.writeArrayFieldStart("quirks");
        for (String quirk : row.quirks()) {
          json.writeString(quirk);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static DemoException failure(Path file, IOException cause) {
    return new DemoException("Cannot write the truths " + file, cause);
  }
}
