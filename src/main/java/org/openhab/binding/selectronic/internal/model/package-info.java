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
 * What can be known about a power system, independent of connections and of openHAB.
 * <p>
 * {@link org.openhab.binding.selectronic.internal.model.Quantity} is the central table: every displayed value has its
 * row there, with unit, sign, reset, channel, item type, tags, and its origin for each connection type. A
 * {@link org.openhab.binding.selectronic.internal.model.Sample} holds the values of one moment. A quantity that was not
 * reported is absent from the sample, one that was reported as unavailable is
 * {@link org.openhab.binding.selectronic.internal.model.Value#UNKNOWN}; neither is ever zero.
 */
package org.openhab.binding.selectronic.internal.model;
