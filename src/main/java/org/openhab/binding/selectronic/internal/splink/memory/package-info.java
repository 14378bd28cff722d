/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The meaning of the words in the unit's memory: which registers exist, how to read them with few requests, and how to
 * decode their values.
 *
 * <pre>
 * registers.tsv -> Register -> WordRange -> (RangePlanner) -> reads -> Words -> (LiveDecoder) -> Value
 * logs.tsv -> (LogColumns) -> Register -> words of a record of a log -> Value
 * </pre>
 *
 * A quantity names its registers. A register holds counts. The value of a count follows from the unit's scale factors,
 * which differ from model to model
 * and are read from the unit; without them there are no values. Two words hold one number with the low word first.
 * <p>
 * Sources, which comments name by a letter: S and C, two clients that grew from one (neerolyte/selpi, cjpit/selpi,
 * whose list of names and addresses is the same in both); P, a client written against the vendor's own display blocks
 * (peter-dolkens/splink); L, a client of the tunnel and the logs (simonhac/LiveOne); G, a published output of one unit
 * (DanMolz/select-unplugged). P and L were written without knowledge of each other. Published bodies of the local
 * gateway are whole numbers of counts by the formulas here, which proves scales and signs independently of all of them.
 */
package org.openhab.binding.selectronic.internal.splink.memory;
