package org.lianpian.sewer;

import org.lianpian.model.ServiceConnection;

/** Finds out where the water of one outlet goes. */
interface OutletJudge {
  OutletResult judge(ServiceConnection connection);
}
