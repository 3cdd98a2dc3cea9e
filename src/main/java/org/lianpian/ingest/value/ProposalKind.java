package org.lianpian.ingest.value;

import java.util.Arrays;
import java.util.Optional;
import org.lianpian.model.Labelled;

/** All corrections that an import proposes; a person accepts them by their code. */
public enum ProposalKind implements Labelled {
  SWAPPED_AXES(
      "coordinate.swapped-axes", Effect.POSITION, "经度、纬度两列互换", "Swap longitude and latitude"),
  ZONE_GUESS(
      "coordinate.zone-guess",
      Effect.POSITION,
      "按推断的分带读取坐标",
      "Read coordinates in the zone guessed"),
  MIXED_SYSTEMS(
      "coordinate.mixed-systems",
      Effect.POSITION,
      "同一列混有几种坐标系，各按其系读取",
      "Read each group of a column that mixes systems in its own"),
  CRS_MISSING(
      "crs.missing",
      Effect.POSITION,
      "没有坐标系说明，按数值判断读取",
      "Read coordinates without a stated CRS as their numbers suggest"),
  DATUM_SUSPECTED(
      "datum.suspected", Effect.DATUM, "坐标疑经偏移，换算回来", "Undo a suspected shift of positions"),
  NUMBER_APPROXIMATE(
      "number.approximate", Effect.VALUE, "约数按所写的数导入", "Take approximate numbers as written"),
  BUILDING_LIST("number.building-list", Effect.VALUE, "楼栋清单按栋数导入", "Count the buildings of a list"),
  DATE_SERIAL("date.serial", Effect.VALUE, "数字按 Excel 日期序列读取", "Read numbers as spreadsheet dates"),
  DIAMETER_METRES("diameter.metres", Effect.VALUE, "管径由米换算为毫米", "Read diameters as metres"),
  YEAR_APPROXIMATE(
      "year.approximate", Effect.VALUE, "约略年份按所写的年份导入", "Take approximate years as written"),
  YEAR_SERIAL("year.serial", Effect.VALUE, "年份按 Excel 日期序列读取", "Read years as spreadsheet dates"),
  AREA_TEN_THOUSANDS(
      "area.ten-thousands",
      Effect.VALUE,
      "建筑面积按万平方米换算",
      "Read gross floor areas as ten thousands of square metres"),
  ESTATE_SAME(
      "estate.same",
      Effect.MERGE,
      "与已有小区合并，两处来源都保留",
      "Merge with the community that the dataset has; both sources are kept"),
  ESTATE_ALIKE(
      "estate.alike",
      Effect.SEPARATE,
      "与已有小区同名但不能确定，按新小区导入",
      "Import as new what has the name of a community but may be another"),
  DUPLICATE_SUSPECTED(
      "duplicate.suspected", Effect.NONE, "疑似重复的行，请核对", "Suspected duplicates; please check");

  /** What accepting changes, and what leaving it means. */
  public enum Effect implements Labelled {
    POSITION(
        "采纳后按此读取坐标；不采纳，这些行不导入",
        "Accepted: positions are read so. Left: these rows are not imported"),
    DATUM(
        "采纳后坐标换算到 CGCS2000；不采纳，按原坐标写入",
        "Accepted: positions are converted to CGCS2000. Left: they are kept as they are"),
    VALUE(
        "采纳后取建议值；不采纳，这些值按未知处理", "Accepted: the proposed values are used. Left: they stay unknown"),
    MERGE(
        "采纳后并入已有小区，可在历史中撤销；不采纳，这些行等待逐行决定，暂不导入",
        "Accepted: merged, which can be undone. Left: these rows wait to be decided one by one"),
    SEPARATE(
        "采纳后各自成为新小区；不采纳，这些行等待逐行决定，暂不导入",
        "Accepted: each becomes a community. Left: these rows wait to be decided one by one"),
    NONE("无法自动更正，两行都会导入", "Cannot be corrected here; both rows are imported");

    private final String zh;
    private final String en;

    Effect(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    @Override
    public String zh() {
      return zh;
    }

    @Override
    public String en() {
      return en;
    }
  }

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  ProposalKind(String code, Effect effect, String zh, String en) {
    this.code = code;
    this.effect = effect;
    this.zh = zh;
    this.en = en;
  }

  /** Returns the stable code under which it is accepted, for example {@code number.approximate}. */
  public String code() {
    return code;
  }

  public Effect effect() {
    return effect;
  }

  /** Tells whether it is accepted by its code; a datum is chosen instead. */
  public boolean isAcceptable() {
    return effect != Effect.DATUM && effect != Effect.NONE;
  }

  public static Optional<ProposalKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
