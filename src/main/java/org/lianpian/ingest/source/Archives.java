package org.lianpian.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lianpian.ingest.value.Severity;

/** Opens zip archives from strangers: bounded in size, and nothing outside the given directory. */
final class Archives {

  /** Below this size no entry is taken for a bomb, whatever its ratio. */
  private static final long HARMLESS_BYTES = 10L << 20;

  private Archives() {}

  static boolean isZip(byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /** Opens an archive whose names are UTF-8 or, as older Chinese tools write them, GBK. */
  static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      try {
        return new ZipFile(file.toFile(), CharsetDetector.GB18030);
      } catch (ZipException | EOFException again) {
        throw damaged(SourceFiles.name(file), again);
      }
    }
  }

  /** Reads every entry once and refuses the archive when it is larger than permitted. */
  static void check(ZipFile zip, String name, ImportLimits limits) throws IOException {
    Budget budget = new Budget(name, limits);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      copy(zip, entry, OutputStream.nullOutputStream(), budget);
    }
  }

  /** Unpacks an archive; hidden files and what systems add to archives are left out. */
  static void unpack(Path file, Path directory, ImportLimits limits) throws IOException {
    String name = SourceFiles.name(file);
    Budget budget = new Budget(name, limits);
    try (ZipFile zip = open(file)) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      for (ZipEntry entry : entries) {
        Path target = target(directory, entry.getName(), name);
        if (entry.isDirectory()) {
          continue;
        }
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
          copy(zip, entry, out, budget);
        }
      }
    }
  }

  private static Path target(Path directory, String entry, String name) {
    String path = entry.replace('\\', '/');
    boolean escapes = path.startsWith("/") || path.contains(":") || path.indexOf('\0') >= 0;
    Path root = directory.toAbsolutePath().normalize();
    Path target = escapes ? root : root.resolve(path).normalize();
    if (escapes || !target.startsWith(root) || List.of(path.split("/")).contains("..")) {
      throw SourceException.refuse(
          "zip.path",
          name,
          "压缩包含有越界路径 “" + entry + "”，拒绝读取",
          "holds a path outside itself, '" + entry + "', and is refused",
          "");
    }
    return target;
  }

  private static void copy(ZipFile zip, ZipEntry entry, OutputStream out, Budget budget)
      throws IOException {
    budget.addEntry();
    long packed = Math.max(1, entry.getCompressedSize());
    long unpacked = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        unpacked += read;
        budget.addBytes(read, unpacked, packed);
        out.write(buffer, 0, read);
      }
    } catch (ZipException | EOFException e) {
      throw damaged(budget.name, e);
    }
  }

  private static SourceException damaged(String name, IOException cause) {
    return new SourceException(
        RowIssue.ofLayer(
            "zip.malformed",
            Severity.ERROR,
            name,
            name + "：压缩包损坏",
            name + ": the archive is damaged",
            "重新压缩或保存 / pack or save again"),
        cause);
  }

  private static final class Budget {
    private final String name;
    private final ImportLimits limits;
    private long bytes;
    private int entries;

    Budget(String name, ImportLimits limits) {
      this.name = name;
      this.limits = limits;
    }

    void addEntry() {
      if (++entries > limits.zipEntries()) {
        throw SourceException.refuse(
            "limit.zip-entries",
            name,
            "文件数超过 " + limits.zipEntries(),
            "holds more than the permitted " + limits.zipEntries() + " files",
            "");
      }
    }

    void addBytes(int read, long unpacked, long packed) {
      bytes += read;
      boolean bomb = unpacked > HARMLESS_BYTES && unpacked / packed > limits.zipRatio();
      if (bomb || bytes > limits.unpackedBytes()) {
        throw SourceException.refuse(
            "limit.zip-size", name, "解压后过大，拒绝读取", "is too large when unpacked, and refused", "");
      }
    }
  }
}
