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
 * Data for people who help: statistics of answers and failures, and reports and recordings that can be shared. Secrets
 * are excluded by design and not by a search for them: a text is shown only if it is known to be harmless.
 *
 * <pre>
 * answers, failures, events -> ContactLog -> DiagnosticsReport (with Redaction) -> text for a forum
 * requests and answers -> Recordings -> Capture (with AnonymousPages) -> file that can be played back
 * </pre>
 */
package org.openhab.binding.selectronic.internal.diagnostics;
