package org.lianpian.cli;

import picocli.CommandLine.Command;

/** Questions about drainage: of a dataset, of layers in files, or of an EPA-SWMM model. */
@Command(
    name = "sewer",
    subcommands = {
      SewerStatusCommand.class,
      SewerTraceCommand.class,
      SewerProfileCommand.class,
      SewerWorksCommand.class,
      SewerLedgerCommand.class
    })
final class SewerCommand {}
