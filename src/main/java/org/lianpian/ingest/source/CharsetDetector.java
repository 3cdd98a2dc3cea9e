package org.lianpian.ingest.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the character set of Chinese text by trial: what decodes without error and reads like the
 * words of this trade wins over what a file declares.
 *
 * <p>Declarations are often wrong (a GBK shapefile with a UTF-8 .cpg, UTF-8 with a GBK language
 * driver id). UTF-8 hardly ever decodes by accident; GB18030 often does, as rare characters, which
 * is why common words are counted. Static, thread-safe.
 */
final class CharsetDetector {
  static final Charset GB18030 = Charset.forName("GB18030");

  /** Words and characters that names, addresses, headings and pipe tables are made of. */
  private static final List<String> WORDS =
      List.of(
          "小区", "新村", "街道", "社区", "路", "号", "区", "市", "县", "镇", "村", "楼", "栋", "幢", "户", "名称", "地址",
          "编号", "花园", "宿舍", "公寓", "家园", "年", "面积", "河", "江", "溪", "湖", "渠", "雨水", "污水", "合流", "管",
          "井", "起点", "终点", "高程", "东", "西", "南", "北", "中", "新", "大", "城", "园", "里", "院", "苑", "道路",
          "三", "一", "二", "福", "州", "明", "列", "山", "水", "人民", "工", "建", "住宅", "类", "备注", "混凝土", "材质",
          "序");

  /** So many bytes beyond ASCII are no valid UTF-8 by accident. */
  private static final int SURELY_UTF_8 = 30;

  private CharsetDetector() {}

  /**
   * What was found.
   *
   * @param declaredWrong whether the declaration was overruled
   */
  record Detection(Charset charset, boolean declaredWrong) {}

  /**
   * Returns the charset of a byte order mark, or null.
   *
   * @param head at least the first three bytes
   */
  static @Nullable Charset ofByteOrderMark(byte[] head) {
    if (head.length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  /** Returns UTF-16 when every other byte of plain text is zero, else null. */
  static @Nullable Charset ofZeroBytes(byte[] sample) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    int few = Math.max(2, sample.length / 50);
    if (odd >= few && even * 10 < odd) {
      return StandardCharsets.UTF_16LE;
    }
    return even >= few && odd * 10 < even ? StandardCharsets.UTF_16BE : null;
  }

  /**
   * Chooses between the declared set, UTF-8 and GB18030.
   *
   * @param samples pieces of text; each may end in the middle of a character
   * @param declared what the file says, or null
   */
  static Detection detect(List<byte[]> samples, @Nullable Charset declared) {
    Set<Charset> candidates = new LinkedHashSet<>();
    if (declared != null) {
      candidates.add(declared);
    }
    candidates.add(StandardCharsets.UTF_8);
    candidates.add(GB18030);
    Charset best = declared == null ? StandardCharsets.UTF_8 : declared;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Charset candidate : candidates) {
      double score = score(samples, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return new Detection(best, declared != null && !best.equals(declared));
  }

  /**
   * Refuses a character set that a person stated when the text has more broken characters in it
   * than in the detected one, or when it is surely UTF-8; one broken byte does no harm.
   */
  static void checkStated(Charset stated, Charset detected, List<byte[]> samples, String layer) {
    int broken = errors(samples, stated);
    boolean otherwise =
        !stated.equals(StandardCharsets.UTF_8)
            && detected.equals(StandardCharsets.UTF_8)
            && errors(samples, detected) == 0
            && samples.stream().mapToInt(CharsetDetector::beyondAscii).sum() >= SURELY_UTF_8;
    if (broken > errors(samples, detected) || otherwise) {
      throw new ChoiceException(
          ChoiceException.Control.ENCODING,
          layer,
          stated.toString(),
          "按 " + stated + " 读取会有乱码，文件看来是 " + detected,
          "read as " + stated + " it has broken characters; it seems to be " + detected);
    }
  }

  private static int errors(List<byte[]> samples, Charset charset) {
    return samples.stream().mapToInt(sample -> decode(sample, charset).errors()).sum();
  }

  private static int beyondAscii(byte[] sample) {
    int count = 0;
    for (byte one : sample) {
      if (one < 0) {
        count++;
      }
    }
    return count;
  }

  /** Counts common words per character beyond ASCII; errors weigh most. */
  private static double score(List<byte[]> samples, Charset charset) {
    int errors = 0;
    int foreign = 0;
    int known = 0;
    for (byte[] sample : samples) {
      Decoded decoded = decode(sample, charset);
      errors += decoded.errors();
      String text = decoded.text();
      foreign += (int) text.chars().filter(sign -> sign > 127).count();
      for (String word : WORDS) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
          known += word.length();
        }
      }
    }
    if (foreign == 0 && errors == 0) {
      return 0;
    }
    // a valid multi-byte UTF-8 text is in itself strong evidence
    double bonus = charset.equals(StandardCharsets.UTF_8) && errors == 0 ? 0.3 : 0;
    return bonus
        + (double) known / Math.max(1, foreign)
        - 10.0 * errors / Math.max(1, foreign + errors);
  }

  /**
   * A decoded text.
   *
   * @param errors how many byte sequences were no characters, the last incomplete one apart
   * @param cut whether it ended in the middle of a character
   */
  record Decoded(String text, int errors, boolean cut) {}

  /** Decodes; a broken sequence becomes U+FFFD, a last incomplete character is dropped. */
  static Decoded decode(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 8);
    List<Integer> errors = new ArrayList<>();
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      if (!result.isError()) {
        break;
      }
      errors.add(in.position());
      in.position(in.position() + Math.min(result.length(), in.remaining()));
      out.put('\uFFFD');
    }
    out.flip();
    return new Decoded(out.toString(), errors.size(), in.hasRemaining());
  }
}
