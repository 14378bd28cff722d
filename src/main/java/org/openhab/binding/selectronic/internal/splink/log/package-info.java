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
 * The logs that the unit writes to its flash, independent of any connection: alerts, operations, days and, every few
 * minutes, means of everything. Source: P and L agree (peter-dolkens/splink by USB, simonhac/LiveOne through the
 * tunnel).
 *
 * <pre>
 *   header   sectors | words of a record | address of the newest (2) | records        all in the live memory
 *   table    first word (2) | last word (2)                            for each sector
 *   flash    sector: record record record … unused    sector: record …   oldest to newest, then from the start again
 * </pre>
 *
 * The address of a record is calculated from header and table, so any record can be read without reading those before
 * it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
package org.openhab.binding.selectronic.internal.splink.log;
