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
 * Reads the log of a unit or the portal into time series and tracks which parts were sent, are missing or were lost.
 *
 * <pre>
 *  source.history(unit, after) --portion, a day at most--> cursors --points per quantity--> outlet (series)
 *       ^                                                    |
 *       '---- earliest position of all wanted quantities ----'---- positions --> storage (survives a restart)
 *
 *  lost by the log --> gaps --> portal.history(unit, reached), a day with each poll --hours in the gap--> outlet
 * </pre>
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
package org.openhab.binding.selectronic.internal.history;
