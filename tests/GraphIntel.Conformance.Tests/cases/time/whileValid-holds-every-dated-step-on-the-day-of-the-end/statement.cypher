CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r4:BACKS]->(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r4, w3x1
    MATCH (w3x1)-[r5:PARTICIPATED_IN]->(w3x2)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r4.from, r4.attestedFrom) IS NULL OR coalesce(r4.from, r4.attestedFrom) <= w3x2.start) AND (r4.until IS NULL OR r4.until > w3x2.start)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2, 2 AS w3
    WHERE n2:Event
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a1
    RETURN [n2.id, n2.start]
  } AS c0, COLLECT {
    MATCH (n1)-[r8:BACKS]->(w7x1)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w7x1
    MATCH (w7x1)-[r9:PARTICIPATED_IN]->(w7x2)
    WHERE r9.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w7x2
    WITH w7x2 AS n6, 2 AS w7
    WHERE n6:Event
    WITH *
    ORDER BY w7 ASC, n6.id ASC LIMIT $p.a2
    RETURN [n6.id]
  } AS c1, COLLECT {
    MATCH (n1)-[r12:BACKS]->(w11x1)
    WHERE r12.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r12, w11x1
    MATCH (w11x1)-[r13:PARTICIPATED_IN]->(w11x2)
    WHERE r13.standing IN ['ASSERTED', 'DISPUTED'] AND (r12.from IS NULL OR r12.from <= w11x2.start) AND (r12.until IS NULL OR r12.until > w11x2.start)
    WITH DISTINCT w11x2
    WITH w11x2 AS n10, 2 AS w11
    WHERE n10:Event
    WITH *
    ORDER BY w11 ASC, n10.id ASC LIMIT $p.a3
    RETURN [n10.id]
  } AS c2, COLLECT {
    MATCH (n1)-[r16:BACKS]->(w15x1)
    WHERE r16.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r16, w15x1
    MATCH (w15x1)-[r17:PARTICIPATED_IN]->(w15x2)
    WHERE r17.standing IN ['ASSERTED', 'DISPUTED'] AND r16.attestedFrom <= w15x2.start AND r16.attestedUntil >= w15x2.start AND (r16.from IS NULL OR r16.from <= w15x2.start) AND (r16.until IS NULL OR r16.until > w15x2.start)
    WITH DISTINCT w15x2
    WITH w15x2 AS n14, 2 AS w15
    WHERE n14:Event
    WITH *
    ORDER BY w15 ASC, n14.id ASC LIMIT $p.a4
    RETURN [n14.id]
  } AS c3, COLLECT {
    MATCH (n1)-[r20:BACKS]->(w19x1)
    WHERE (coalesce(r20.from, r20.attestedFrom) IS NULL OR coalesce(r20.from, r20.attestedFrom) <= $p.a5) AND (r20.until IS NULL OR r20.until > $p.a5) AND r20.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r20, w19x1
    MATCH (w19x1)-[r21:PARTICIPATED_IN]->(w19x2)
    WHERE r21.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r20.from, r20.attestedFrom) IS NULL OR coalesce(r20.from, r20.attestedFrom) <= w19x2.start) AND (r20.until IS NULL OR r20.until > w19x2.start)
    WITH DISTINCT w19x2
    WITH w19x2 AS n18, 2 AS w19
    WHERE n18:Event
    WITH *
    ORDER BY w19 ASC, n18.id ASC LIMIT $p.a6
    RETURN [n18.id]
  } AS c4, COLLECT {
    MATCH (n1)-[r24:BACKS]->(w23x1)
    WHERE (r24.until IS NULL OR r24.until > $p.a7) AND r24.attestedFrom IS NOT NULL AND r24.attestedUntil >= $p.a7 AND r24.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r24, w23x1
    MATCH (w23x1)-[r25:PARTICIPATED_IN]->(w23x2)
    WHERE r25.standing IN ['ASSERTED', 'DISPUTED'] AND r24.attestedFrom <= w23x2.start AND r24.attestedUntil >= w23x2.start AND (r24.from IS NULL OR r24.from <= w23x2.start) AND (r24.until IS NULL OR r24.until > w23x2.start)
    WITH DISTINCT w23x2
    WITH w23x2 AS n22, 2 AS w23
    WHERE n22:Event
    WITH *
    ORDER BY w23 ASC, n22.id ASC LIMIT $p.a8
    RETURN [n22.id]
  } AS c5, COUNT {
    MATCH (n1)-[r28:BACKS]->(w27x1)
    WHERE r28.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r28, w27x1
    MATCH (w27x1)-[r29:PARTICIPATED_IN]->(w27x2)
    WHERE r29.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r28.from, r28.attestedFrom) IS NULL OR coalesce(r28.from, r28.attestedFrom) <= w27x2.start) AND (r28.until IS NULL OR r28.until > w27x2.start)
    WITH DISTINCT w27x2
    WITH w27x2 AS n26
    WHERE n26:Event
    RETURN n26
  } AS c6
  RETURN [c0, c1, c2, c3, c4, c5, c6]
} AS c7
RETURN [c7[0]] AS r
