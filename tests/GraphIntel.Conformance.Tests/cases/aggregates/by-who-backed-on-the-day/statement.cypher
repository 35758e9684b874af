CYPHER 5
CALL () {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS w3x0
  MATCH (w3x0)<-[r4:BACKS]-(w3x1)
  WHERE r4.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r4.from, r4.attestedFrom) IS NULL OR coalesce(r4.from, r4.attestedFrom) <= endNode(r1).start) AND (r4.until IS NULL OR r4.until > endNode(r1).start)
  WITH DISTINCT r1, w3x1
  WITH r1, w3x1 AS n2
  WHERE n2:Actor AND n2 <> startNode(r1)
  WITH r1, n2, r1.role AS g6
  WITH n2, g6, count(*) AS c2
  ORDER BY c2 DESC, g6 ASC
  WITH n2, collect([g6, c2])[..$p.a0] AS gs
  UNWIND gs AS g
  WITH n2, g[0] AS g6, g[1] AS c2
  WITH n2, collect([g6, c2]) AS gs
  RETURN collect([n2, gs]) AS c3
}
CALL () {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS w3x0
  MATCH (w3x0)<-[r4:BACKS]-(w3x1)
  WHERE r4.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r4.from, r4.attestedFrom) IS NULL OR coalesce(r4.from, r4.attestedFrom) <= endNode(r1).start) AND (r4.until IS NULL OR r4.until > endNode(r1).start)
  WITH DISTINCT r1, w3x1
  WITH r1, w3x1 AS n2
  WHERE n2:Actor AND n2 <> startNode(r1)
  WITH n2, count(*) AS c1
  ORDER BY c1 DESC, n2.id ASC LIMIT $p.a1
  WITH *, COLLECT {
    WITH n2 AS n5
    WHERE n5 IS NOT NULL
    RETURN [n5.name]
  } AS c0
  RETURN collect([n2, c0[0], c1]) AS c4
}
CALL () {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS w8x0
  MATCH (w8x0)<-[r9:BACKS]-(w8x1)
  WHERE r9.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT r1, w8x1
  WITH r1, w8x1 AS n7
  WHERE n7:Actor AND n7 <> startNode(r1)
  WITH n7, count(*) AS c6
  ORDER BY c6 DESC, n7.id ASC LIMIT $p.a2
  WITH *, COLLECT {
    WITH n7 AS n10
    WHERE n10 IS NOT NULL
    RETURN [n10.name]
  } AS c5
  RETURN collect([c5[0], c6]) AS c7
}
CALL () {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS w12x0
  MATCH (w12x0)<-[r13:BACKS]-(w12x1)
  WHERE r13.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r13.from, r13.attestedFrom) IS NULL OR coalesce(r13.from, r13.attestedFrom) <= endNode(r1).start) AND (r13.until IS NULL OR r13.until > endNode(r1).start)
  WITH DISTINCT r1, w12x1
  WITH r1, w12x1 AS n11
  WHERE n11:Actor AND n11 <> startNode(r1)
  RETURN count(DISTINCT n11) AS c8
}
CALL () {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS w15x0
  MATCH (w15x0)<-[r16:BACKS]-(w15x1)
  WHERE r16.standing IN ['ASSERTED', 'DISPUTED'] AND (r16.from IS NULL OR r16.from <= endNode(r1).start) AND (r16.until IS NULL OR r16.until > endNode(r1).start)
  WITH DISTINCT r1, w15x1
  WITH r1, w15x1 AS n14
  WHERE n14:Actor AND n14 <> startNode(r1) AND n14.kind = $p.a3
  RETURN count(DISTINCT n14) AS c9
}
RETURN [[[x IN c4 | [x[1], x[2], coalesce([y IN c3 WHERE (y[0] = x[0] OR y[0] IS NULL AND x[0] IS NULL) | y[1]][0], [])]], c7, c8, c9]] AS r
