/**
 * The ledger of connections (接驳台账): what was planned, built, proven, rechecked and closed about
 * each sewage outlet, and the look-back on finished projects (回头看, SM-29 to SM-31).
 *
 * <p>Entries are appended, never changed; the state of an outlet is worked out of its entries and
 * of where its sewage goes by today's network, so a closed outlet whose way breaks is seen at once.
 * Start at {@link org.lianpian.sewer.ledger.ConnectionLedger}.
 */
@NullMarked
package org.lianpian.sewer.ledger;

import org.jspecify.annotations.NullMarked;
