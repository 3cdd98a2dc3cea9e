package org.lianpian.app;

import java.util.Locale;

/**
 * Everything the operator can set, with its default and its meaning.
 *
 * <p>{@code server.port} is the key in the file, {@code LIANPIAN_SERVER_PORT} the environment
 * variable, {@code --set server.port=8080} the flag.
 */
public enum ConfigKey {
  STORE("store", "lianpian.gpkg", "数据集:GeoPackage 文件,或 jdbc:postgresql://… / The dataset"),
  POSTGIS_USER("postgis.user", "", "PostGIS 用户 / PostGIS user"),
  POSTGIS_PASSWORD("postgis.password", "", "PostGIS 密码,建议用环境变量 / PostGIS password"),
  POSTGIS_SCHEMA("postgis.schema", "lianpian", "PostGIS 模式 / PostGIS schema"),
  POLICY_DIRECTORY(
      "policy.directory", "", "政策方案目录,空为内置 / Directory of policy profiles; empty for built-in"),
  ASSESSMENT_DATE("assessment.date", "", "按哪一天的政策认定,空为当天 / Day whose rules apply; empty for today"),
  SERVER_HOST("server.host", "127.0.0.1", "监听地址 / Address to listen on"),
  SERVER_PORT("server.port", "7070", "端口,0 为自动 / Port; 0 lets the system choose"),
  UPLOAD_MEGABYTES("upload.megabytes", "200", "上传大小上限 MB / Largest upload in MB"),
  MAP_REVIEW_NUMBER("map.review-number", "", "审图号,空则显示“内部使用” / Map review number"),
  MAP_BASE_URL("map.base.url", "", "底图瓦片地址模板,空为无底图 / URL template of a base map; empty for none"),
  MAP_BASE_ATTRIBUTION("map.base.attribution", "", "底图版权说明 / Attribution of the base map"),
  MAP_BASE_DATUM("map.base.datum", "WGS84", "底图坐标:WGS84 或 GCJ02 / Datum of the base map"),
  PRINT_FONT(
      "print.font",
      "",
      "挂图用的中文 TrueType 字体文件,空为自动查找 / Chinese TrueType font of prints; empty to look for one"),
  PIPES_VISIBLE("pipes.visible", "true", "地图和接口是否给出管网 / Whether pipes are shown and served"),
  ACTOR("actor", "local", "写入历史记录的操作人 / Name kept with changes");

  private final String key;
  private final String defaultValue;
  private final String meaning;

  ConfigKey(String key, String defaultValue, String meaning) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  public String key() {
    return key;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public String meaning() {
    return meaning;
  }

  /** Returns the name of the environment variable. */
  public String variable() {
    return "LIANPIAN_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
