package org.lianpian.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invented and generic names; unique per sub-district within a town. */
final class Names {
  static final List<String> THROUGH_STREETS =
      List.of("东新一路", "工业中路", "东新二路", "崇宁路", "东新三路", "梅岭路", "东新四路", "下洋路");

  /** Sub-districts named in the district's plan (SY-A), from west to east on each bank. */
  static final List<String> NORTH_STREETS = List.of("岩前镇", "列西街道", "列东街道", "徐碧街道");

  static final List<String> SOUTH_STREETS = List.of("荆西街道", "富兴堡街道", "城关街道", "白沙街道");

  /** Neighbourhoods named in the plan, by sub-district. */
  static final Map<String, List<String>> NEIGHBOURHOODS =
      Map.of(
          "岩前镇", List.of("阳岩"),
          "列东街道", List.of("三路", "崇桂", "东安", "江滨", "梅岭"),
          "列西街道", List.of("富华", "龙岗"),
          "徐碧街道", List.of("碧湖"),
          "城关街道", List.of("红印山", "复康", "建新", "新亭"),
          "白沙街道", List.of("桥西", "白沙"),
          "富兴堡街道", List.of("富文", "永兴", "新南"),
          "荆西街道", List.of("荆东"));

  private static final List<String> BASES =
      List.of(
          "翠竹", "芙蓉", "康乐", "丰盛", "东辉", "江畔", "青松", "白玉兰", "石榴", "金桂", "银杏", "榕荫", "朝阳", "向阳", "建设",
          "和平", "胜利", "友谊", "新华", "光明", "前进", "幸福", "团结", "红旗", "长安", "永安里", "凤凰", "麒麟", "玉泉", "清溪",
          "碧水", "望江", "观澜", "沙洲", "渡口", "桥头", "后山", "半山", "松涛", "梅园", "兰园", "菊园", "荷塘", "柳岸", "枫林",
          "橘香", "茶亭", "稻香", "麦园", "云峰");
  private static final List<String> OLD_SUFFIXES = List.of("新村", "小区", "新村", "住宅区", "里");
  private static final List<String> NEW_SUFFIXES = List.of("花园", "苑", "家园", "公寓", "花苑");
  private static final List<String> UNITS =
      List.of(
          "化机厂", "纺织厂", "印染厂", "食品厂", "农械厂", "水泥厂", "机床厂", "塑料厂", "木材厂", "造纸厂", "糖酒公司", "汽运公司",
          "粮食局", "供销社", "物资局", "邮电局", "地质队", "轴承厂", "玻璃厂", "肉联厂", "自来水厂", "印刷厂", "农科所", "林业局",
          "二建公司", "运输队");
  private static final List<String> FLOWERS =
      List.of(
          "桂花", "丁香", "玉兰", "海棠", "茉莉", "紫薇", "腊梅", "山茶", "杏花", "石榴", "枇杷", "杨梅", "榕树", "樟树", "银杏",
          "水井", "祠堂", "石板", "竹器", "铁匠", "豆腐", "油坊", "盐仓", "米市", "书院", "钟楼", "鼓楼", "南门", "北门", "磨坊");

  private final int town;
  private final Dice dice;
  private final Map<String, Set<String>> taken = new HashMap<>();
  private int alleys;

  Names(int town, Dice dice) {
    this.town = town;
    this.dice = dice;
  }

  /** Returns the sub-district's name in this town: {@code 列东街道}, elsewhere {@code 列东12街道}. */
  String street(String plain) {
    if (town == 0) {
      return plain;
    }
    int cut = plain.endsWith("街道") ? plain.length() - 2 : plain.length() - 1;
    return plain.substring(0, cut) + (town + 1) + plain.substring(cut);
  }

  String neighbourhood(String plain) {
    return plain + (town == 0 ? "" : Integer.toString(town + 1)) + "社区";
  }

  String road(String plain) {
    return town == 0 ? plain : (town + 1) + "区" + plain;
  }

  String alley() {
    int n = alleys++;
    String kind = n / FLOWERS.size() == 0 ? "巷" : n / FLOWERS.size() == 1 ? "弄" : "里弄";
    int round = n / FLOWERS.size() / 3;
    return road(FLOWERS.get(n % FLOWERS.size()) + kind + (round == 0 ? "" : round + 1 + "条"));
  }

  /** Returns a name not yet taken in the sub-district, fitting the decade and kind. */
  String estate(String street, int year, boolean unitOwned) {
    for (int attempt = 0; ; attempt++) {
      String name;
      if (unitOwned) {
        name = dice.oneOf(UNITS) + dice.oneOf("宿舍", "宿舍区", "家属院", "宿舍楼");
      } else {
        name = dice.oneOf(BASES) + dice.oneOf(year >= 1996 ? NEW_SUFFIXES : OLD_SUFFIXES);
      }
      if (attempt > 60) {
        name = name + (attempt - 59) + "区";
      }
      if (take(street, name)) {
        return name;
      }
    }
  }

  /** Reserves a name; tells whether it was free in the sub-district. */
  boolean take(String street, String name) {
    return taken.computeIfAbsent(street, s -> new HashSet<>()).add(name);
  }
}
