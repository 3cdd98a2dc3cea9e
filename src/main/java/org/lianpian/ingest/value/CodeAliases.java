package org.lianpian.ingest.value;

import java.util.HashMap;
import java.util.Map;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.FacilityClass;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.OriginType;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;
import org.lianpian.model.RoadClass;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.WatercourseKind;
import org.lianpian.model.Willingness;

/** Words that sources use for our codes, besides the codes' own names and titles. */
final class CodeAliases {
  private static final Map<String, Map<String, String>> WORDS = new HashMap<>();

  static {
    words(Medium.SEWAGE, "污", "W", "WS", "污水管", "污水井", "污水管线", "污水管道", "sewer", "foul");
    words(Medium.STORM, "雨", "Y", "YS", "雨水管", "雨水井", "雨水管线", "雨水管道", "rain", "storm");
    words(Medium.COMBINED, "合", "H", "HS", "合流管", "雨污合流", "雨污混流", "合流管道", "混流");
    words(Medium.INTERCEPTING, "截", "JL", "截污", "截流管", "截污管", "interceptor");

    words(RoadClass.EXPRESSWAY, "motorway", "motorway_link", "trunk", "trunk_link", "高速", "高速公路");
    words(RoadClass.EXPRESSWAY, "快速", "城市快速路");
    words(RoadClass.ARTERIAL, "primary", "primary_link", "主干道", "城市主干路");
    words(RoadClass.COLLECTOR, "secondary", "secondary_link", "次干道", "城市次干路");
    words(RoadClass.LOCAL, "tertiary", "tertiary_link", "unclassified", "residential", "支道", "街巷");
    words(RoadClass.ALLEY, "living_street", "service", "pedestrian", "footway", "cycleway", "path");
    words(RoadClass.ALLEY, "steps", "track", "track_grade1", "track_grade2", "track_grade3");
    words(RoadClass.ALLEY, "track_grade4", "track_grade5", "bridleway", "corridor", "巷", "内部路");

    words(WatercourseKind.RIVER, "riverbank", "stream", "河", "河流", "溪", "江", "内河", "河涌");
    words(WatercourseKind.CANAL, "渠", "运河", "水渠", "干渠");
    words(WatercourseKind.LAKE, "reservoir", "lagoon", "oxbow", "湖", "水库", "湖面");
    words(WatercourseKind.POND, "basin", "池塘", "塘", "水塘", "fishpond", "wastewater");
    words(WatercourseKind.DITCH, "drain", "沟", "排水沟", "边沟");
    words(WatercourseKind.UNKNOWN, "wetland", "dock", "moat", "湿地");

    words(BuildingUse.RESIDENTIAL, "apartments", "house", "dormitory", "detached", "terrace");
    words(BuildingUse.RESIDENTIAL, "semidetached_house", "bungalow", "居民楼", "居住", "民房", "宿舍");
    words(BuildingUse.NON_RESIDENTIAL, "commercial", "retail", "office", "industrial", "warehouse");
    words(
        BuildingUse.NON_RESIDENTIAL, "school", "university", "college", "kindergarten", "hospital");
    words(BuildingUse.NON_RESIDENTIAL, "hotel", "public", "civic", "government", "train_station");
    words(
        BuildingUse.NON_RESIDENTIAL,
        "church",
        "temple",
        "mosque",
        "chapel",
        "cathedral",
        "sports_hall");
    words(
        BuildingUse.NON_RESIDENTIAL,
        "transportation",
        "service",
        "supermarket",
        "stadium",
        "gymnasium");
    words(BuildingUse.NON_RESIDENTIAL, "parking", "商业", "办公", "公建", "厂房", "学校", "医院", "配套");
    words(
        BuildingUse.SHED,
        "shed",
        "hut",
        "roof",
        "garage",
        "garages",
        "carport",
        "cabin",
        "greenhouse");
    words(BuildingUse.SHED, "farm_auxiliary", "kiosk", "棚", "简易房", "车棚", "杂物间");
    words(BuildingUse.UNKNOWN, "yes", "其他", "construction", "ruins");

    words(OriginType.UNIT_OWNED, "单位自管房", "单位房", "自管公房", "单位宿舍", "单位集资房");
    words(OriginType.REFORMED, "房改", "已购公房", "公改房");
    words(OriginType.COMMERCIAL, "商品", "商品住宅", "商住");
    words(OriginType.RESETTLEMENT, "安置", "拆迁安置房", "拆迁安置", "回迁房");
    words(OriginType.PUBLIC, "直管", "公房", "直管房");
    words(OriginType.SELF_BUILT, "自建房", "私房", "个人自建");

    words(BalconyRiser.SEWAGE, "污水", "污");
    words(BalconyRiser.STORM, "雨水", "雨");

    words(ManholeKind.MANHOLE, "井", "窨井", "污水井", "雨水井", "检修井", "junction", "YSJ", "WSJ", "HSJ");
    words(ManholeKind.PRIVATE_WELL, "户线井", "接户", "出户井", "用户井");
    words(ManholeKind.INLET, "雨篦", "雨水篦", "雨箅", "雨水箅", "YSK", "雨水篦子");
    words(ManholeKind.SEPTIC_TANK, "化粪", "HFC");
    words(ManholeKind.PUMP, "提升泵站", "污水泵站", "雨水泵站", "泵房");
    words(ManholeKind.INTERCEPTOR, "截污井", "截流设施", "溢流井");
    words(ManholeKind.CAPPED_STUB, "预留", "预留井", "预留管", "盲端");
    words(ManholeKind.OUTFALL, "排口", "出水口", "排水口", "入河排口", "排放口", "PFK");
    words(ManholeKind.WWTP, "污水厂", "水质净化厂", "净水厂");

    words(ReachLevel.MUNICIPAL, "市政管", "市政管网", "公共", "public");
    words(ReachLevel.PRIVATE, "小区内", "小区管网", "内部", "庭院", "私有");

    words(ReachState.PLANNED, "拟建", "设计", "proposed");
    words(ReachState.BUILDING, "施工中", "建设中");
    words(ReachState.IN_USE, "使用", "正常", "现状", "已建", "运行", "active");
    words(ReachState.ABANDONED, "停用", "封堵", "报废", "abandoned");

    words(FlowDirection.FORWARD, "0", "+", "正向", "顺", "F");
    words(FlowDirection.BACKWARD, "1", "-", "反向", "逆", "B");

    words(ConnectionEvidence.DYE, "染色试验", "染色法");
    words(ConnectionEvidence.SMOKE, "烟雾试验", "烟雾法");
    words(ConnectionEvidence.CCTV, "管道内窥", "cctv", "QV");
    words(ConnectionEvidence.VISUAL, "目测", "现场查看", "开井");
    words(ConnectionEvidence.AS_BUILT, "竣工", "竣工资料");

    words(AdminLevel.PROVINCE, "省级");
    words(AdminLevel.CITY, "地级", "市级", "地级市");
    words(AdminLevel.DISTRICT, "县级", "区", "县", "县级市", "区级", "district", "county");
    words(AdminLevel.STREET, "乡级", "街道", "镇", "乡", "乡镇级", "street", "town");
    words(AdminLevel.NEIGHBOURHOOD, "社区", "村", "居委会", "村级");

    words(ExclusionKind.DEMOLITION_5Y, "拆迁", "旧改", "征迁", "旧屋区改造", "五年内拆迁", "征收");
    words(ExclusionKind.DANGEROUS_5Y, "危房", "危旧房", "危旧房改造");
    words(ExclusionKind.SHANTY_PLAN, "棚改", "棚户区", "棚户区改造");
    words(ExclusionKind.REBUILD_PLAN, "拆除新建", "拆除重建");
    words(ExclusionKind.SELF_BUILT, "自建房", "自建");
    words(ExclusionKind.RURAL, "农村", "非城镇");
    words(ExclusionKind.HERITAGE, "历史街区", "文保", "历史文化");

    words(FacilityCondition.GOOD, "好", "完好");
    words(FacilityCondition.FAIR, "中", "基本完好");
    words(FacilityCondition.POOR, "差", "老化");
    words(FacilityCondition.BROKEN, "严重破损", "很差", "破损");

    words(FacilityClass.ELDERLY, "养老服务", "养老院", "日间照料", "nursing_home", "social_facility");
    words(FacilityClass.CHILDCARE, "托育", "幼儿园", "托儿所", "kindergarten", "childcare");
    words(FacilityClass.MEALS, "长者食堂", "社区食堂", "老年食堂", "食堂");
    words(FacilityClass.MEDICAL, "卫生", "社区卫生", "卫生服务站", "医院", "诊所", "药店");
    words(FacilityClass.MEDICAL, "hospital", "clinic", "doctors", "pharmacy");
    words(FacilityClass.CULTURE, "文化活动", "图书馆", "文化站", "library", "theatre", "arts_centre");
    words(FacilityClass.FITNESS, "体育", "健身点", "运动", "fitness_centre", "fitness_station");
    words(FacilityClass.FITNESS, "pitch", "playground", "sports_centre");
    words(FacilityClass.SHOPPING, "农贸", "菜市场", "农贸市场", "超市", "便利店", "商店", "marketplace");
    words(FacilityClass.PARCEL, "快递点", "驿站", "快递柜", "邮政", "post_office", "parcel_locker");
    words(FacilityClass.CHARGING, "充电桩", "充电站", "充电棚", "charging_station");
    words(FacilityClass.PARKING, "停车场", "停车位", "parking");
    words(FacilityClass.COMMUNITY_SERVICE, "党群", "党群服务", "党群服务中心", "居委会", "社区用房");
    words(FacilityClass.COMMUNITY_SERVICE, "community_centre");
    words(FacilityClass.TOILET, "公共厕所", "卫生间", "toilets");

    words(Willingness.STRONG, "高", "同意", "愿意", "强");
    words(Willingness.MIXED, "中", "部分同意");
    words(Willingness.WEAK, "低", "不愿意", "弱", "不同意");

    for (StructuralGrade grade : StructuralGrade.values()) {
      if (grade != StructuralGrade.UNKNOWN) {
        words(grade, grade.name() + "级危房", grade.name() + "类");
      }
    }
    words(BankBaseline.CENTRE_LINE, "中线");
    words(BankBaseline.WATER_EDGE, "水边", "水涯线", "常水位");
    words(BankBaseline.TOP_OF_BANK, "岸线", "河口");
  }

  private CodeAliases() {}

  /** Returns the words for the codes of an enum, in the form of {@link Texts#key}. */
  static Map<String, String> of(Class<?> codes) {
    return WORDS.getOrDefault(codes.getName(), Map.of());
  }

  private static void words(Enum<?> code, String... words) {
    Map<String, String> map =
        WORDS.computeIfAbsent(code.getDeclaringClass().getName(), key -> new HashMap<>());
    for (String word : words) {
      map.put(Texts.key(word), code.name());
    }
  }
}
