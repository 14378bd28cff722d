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
 * The contract that each connection to an inverter fulfils.
 * <p>
 * A connection returns values of the model or fails with a {@code SourceException}. Its
 * {@link org.openhab.binding.selectronic.internal.source.Problem} says what went wrong and names the text that the
 * owner reads; the {@link org.openhab.binding.selectronic.internal.source.FailureKind} of the problem says what can be
 * done about it.
 *
 * <pre>
 * units() -> Unit, selected by UnitChoice -> read(unit) -> Sample
 *                                         -> history(unit, position) -> HistoryPortion   (HistorySource)
 *                                         -> newest(unit, log, count) -> Excerpt         (LogSource)
 * </pre>
 */
package org.openhab.binding.selectronic.internal.source;
