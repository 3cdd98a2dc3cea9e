package org.lianpian.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One entry of the ledger of connections (接驳台账): what was done about an outlet, when and by whom.
 * Entries are only ever appended, numbered from 1 within their outlet.
 *
 * @param connectionId the outlet, a {@link ServiceConnection}
 * @param enteredOn when it was done
 * @param unit who did it, as an organisation
 * @param role as what, for example 整改责任人
 * @param person who, as a person; personal data that leaves the store in no export
 * @param evidence how the connection was seen; null unless the step is evidence
 * @param passed the result of a recheck, else null
 * @param dueOn by when, of a plan or a rectification, or null
 * @param text what is planned or was found
 * @param derived code of where the outlet's sewage went by the network of that day
 * @param separated whether the community was separated by the network of that day
 */
public record LedgerEntry(
    String id,
    Provenance provenance,
    String connectionId,
    String communityId,
    int number,
    LedgerStep step,
    LocalDate enteredOn,
    String unit,
    String role,
    String person,
    @Nullable ConnectionEvidence evidence,
    @Nullable Boolean passed,
    @Nullable LocalDate dueOn,
    String text,
    String derived,
    boolean separated)
    implements Feature {

  private static final LocalDate UNDATED = LocalDate.of(1900, 1, 1);

  public static final FeatureType<LedgerEntry> TYPE =
      FeatureType.<LedgerEntry>named(
              "connection_ledger", "接驳台账", "Connection ledger", GeometryKind.NONE, LedgerEntry::of)
          .text("connection_id", "接驳编号", "Connection", LedgerEntry::connectionId)
          .text("community_id", "小区编号", "Community", LedgerEntry::communityId)
          .integer("number", "台账序号", "Number", "", LedgerEntry::number)
          .code("step", "台账环节", "Step", LedgerStep.class, LedgerEntry::step)
          .date("entered_on", "办理日期", "Entered on", LedgerEntry::enteredOn)
          .text("unit", "经办单位", "Unit", LedgerEntry::unit)
          .text("role", "经办角色", "Role", LedgerEntry::role)
          .personal("person", "经办人", "Person", LedgerEntry::person)
          .code("evidence", "核实证据", "Evidence", ConnectionEvidence.class, LedgerEntry::evidence)
          .flag("passed", "复查通过", "Passed", LedgerEntry::passed)
          .date("due_on", "整改期限", "Due on", LedgerEntry::dueOn)
          .text("text", "台账内容", "Text", LedgerEntry::text)
          .text("derived", "当日推算去向", "Derived", LedgerEntry::derived)
          .flag("separated", "当日推算已分流", "Separated", LedgerEntry::separated)
          .build();

  @Override
  public @Nullable Geometry geometry() {
    return null;
  }

  private static LedgerEntry of(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    Integer number = row.integer("number");
    LocalDate date = row.date("entered_on");
    String evidence = row.text("evidence");
    return new LedgerEntry(
        id,
        provenance,
        row.text("connection_id", ""),
        row.text("community_id", ""),
        number == null ? 0 : number,
        row.code("step", LedgerStep.class, LedgerStep.PLAN),
        date == null ? UNDATED : date,
        row.text("unit", ""),
        row.text("role", ""),
        row.text("person", ""),
        evidence == null
            ? null
            : row.code("evidence", ConnectionEvidence.class, ConnectionEvidence.NONE),
        row.flag("passed"),
        row.date("due_on"),
        row.text("text", ""),
        row.text("derived", ""),
        Boolean.TRUE.equals(row.flag("separated")));
  }
}
