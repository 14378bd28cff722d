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
 * Predicts the next 36 hours of a house from its own past: will the battery last until the sun takes over?
 *
 * <pre>
 *   samples, recorded intervals --> ProfileStore (60 days of half hours, kept as text) --> Grid (one look at it, by the clock)
 *                                                                                            |
 *   Forecast &lt;-- Forecaster &lt;-- BatteryModel (losses, capacity, generator: learned)          |
 *                     ^                                                                      |
 *                     '-- Calibration (bias, band, typical error of past nights) &lt;-- Scenarios (each of the last 30 days)
 * </pre>
 *
 * Powers are in watts and energies in watt hours; a power is positive when it flows into the supply of the house, a
 * load when it is consumed. NaN means unknown and is never replaced by zero. Nothing here depends on openHAB.
 */
package org.openhab.binding.selectronic.internal.forecast;
