/**
 * Wall maps 挂图: a page of paper at a true scale as a vector PDF with selectable text, or as a PNG.
 * The only package that sees PDFBox.
 */
@NullMarked
package org.lianpian.wallmap;

import org.jspecify.annotations.NullMarked;
