package org.lianpian.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shares an amount among those who pay for it (资金分担), to the cent, without losing one.
 *
 * <p>The largest-remainder method: each party gets its exact share rounded down to the cent, and
 * the cents left go to the largest remainders, the earlier party first on a tie. Source: Hamilton's
 * method of apportionment, 1791.
 */
public final class FundingSplit {
  /** The government's part that the city pays (市级). */
  public static final String CITY = "CITY";

  /** The government's part that the district or county pays (区县级). */
  public static final String DISTRICT = "DISTRICT";

  private static final String GOVERNMENT = "GOV";

  private FundingSplit() {}

  /**
   * Splits an amount by weights.
   *
   * @param amount yuan, not negative, at most two decimals
   * @param weights not negative, with a positive sum, in the order that settles ties
   */
  public static Map<String, BigDecimal> split(BigDecimal amount, Map<String, Long> weights) {
    BigInteger cents = cents(amount);
    long sum = 0;
    for (long weight : weights.values()) {
      if (weight < 0) {
        throw new IllegalArgumentException("weights must be >= 0, were " + weights);
      }
      sum = Math.addExact(sum, weight);
    }
    if (sum == 0) {
      throw new IllegalArgumentException("weights must not all be 0, were " + weights);
    }
    BigInteger whole = BigInteger.valueOf(sum);
    Map<String, BigInteger> shares = new LinkedHashMap<>();
    Map<String, BigInteger> remainders = new LinkedHashMap<>();
    BigInteger left = cents;
    for (Map.Entry<String, Long> weight : weights.entrySet()) {
      BigInteger[] parts =
          cents.multiply(BigInteger.valueOf(weight.getValue())).divideAndRemainder(whole);
      shares.put(weight.getKey(), parts[0]);
      remainders.put(weight.getKey(), parts[1]);
      left = left.subtract(parts[0]);
    }
    List<String> byRemainder = new ArrayList<>(weights.keySet());
    byRemainder.sort(
        Collections.reverseOrder(Comparator.comparing(party -> remainder(remainders, party))));
    for (String party : byRemainder.subList(0, left.intValueExact())) {
      shares.merge(party, BigInteger.ONE, BigInteger::add);
    }
    Map<String, BigDecimal> yuan = new LinkedHashMap<>();
    shares.forEach((party, share) -> yuan.put(party, new BigDecimal(share, 2)));
    return Collections.unmodifiableMap(yuan);
  }

  private static BigInteger remainder(Map<String, BigInteger> remainders, String party) {
    return remainders.getOrDefault(party, BigInteger.ZERO);
  }

  private static BigInteger cents(BigDecimal amount) {
    if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException(
          "amount must be >= 0 yuan with at most two decimals, was " + amount);
    }
    return amount.setScale(2, RoundingMode.UNNECESSARY).unscaledValue();
  }

  /**
   * Splits the government's part between city and district; empty when the profile has no ratio, or
   * the ratio depends on a subsidy of which nothing is known.
   *
   * @param adcode of the district
   * @param subsidy whether central or provincial money was obtained; null when unknown
   */
  public static Optional<Map<String, BigDecimal>> government(
      PolicyProfile profile,
      LocalDate on,
      String adcode,
      @Nullable Boolean subsidy,
      BigDecimal amount) {
    return ratio(profile, on, adcode, subsidy).map(weights -> split(amount, weights));
  }

  /**
   * Splits the cost of one part of a catalogue item among carriers, enterprises, residents, city
   * and district; empty when the document gives no ratio.
   *
   * @param tier {@code BASE}, {@code ENHANCED} or {@code DEMO}
   * @param part as in the catalogue, for example 既有缆线迁改和下地
   */
  public static Optional<Map<String, BigDecimal>> item(
      PolicyProfile profile,
      LocalDate on,
      String tier,
      int seq,
      String part,
      String adcode,
      @Nullable Boolean subsidy,
      BigDecimal amount) {
    Optional<Map<String, Long>> shares = Catalogue.shares(profile, on, tier, seq, part);
    if (shares.isEmpty() || !shares.get().containsKey(GOVERNMENT)) {
      return shares.map(weights -> split(amount, weights));
    }
    return ratio(profile, on, adcode, subsidy)
        .map(government -> split(amount, refine(shares.get(), government)));
  }

  /** Puts city and district in the government's place, in one set of whole weights. */
  private static Map<String, Long> refine(Map<String, Long> shares, Map<String, Long> government) {
    long sum = government.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Long> refined = new LinkedHashMap<>();
    shares.forEach(
        (party, share) -> {
          if (party.equals(GOVERNMENT)) {
            government.forEach((level, weight) -> refined.put(level, share * weight));
          } else {
            refined.put(party, share * sum);
          }
        });
    return refined;
  }

  private static Optional<Map<String, Long>> ratio(
      PolicyProfile profile, LocalDate on, String adcode, @Nullable Boolean subsidy) {
    if (profile.find("funding.gov_split", on).isEmpty()) {
      return Optional.empty();
    }
    for (Map<String, @Nullable Object> row : profile.table("funding.gov_split", on)) {
      if (!(row.get("areas") instanceof List<?> areas)
          || !(areas.contains(adcode) || areas.contains("*"))) {
        continue;
      }
      Object condition = row.get("subsidy");
      if (condition != null && subsidy == null) {
        return Optional.empty();
      }
      if (condition == null || condition.equals(subsidy)) {
        Map<String, Long> weights = new LinkedHashMap<>();
        weights.put(CITY, weight(row.get("city")));
        weights.put(DISTRICT, weight(row.get("district")));
        return Optional.of(weights);
      }
    }
    return Optional.empty();
  }

  private static long weight(@Nullable Object number) {
    return number instanceof Number weight ? weight.longValue() : 0;
  }
}
