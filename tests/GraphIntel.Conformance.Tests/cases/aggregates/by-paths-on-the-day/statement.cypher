CYPHER 5
CALL () {
  MATCH (n1:Event)
  MATCH (n1)<-[r4:PARTICIPATED_IN]-(w3x1)
  WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, w3x1
  MATCH (w3x1)<-[r5:BACKS]-(w3x2)
  WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= n1.start) AND (r5.until IS NULL OR r5.until > n1.start)
  WITH DISTINCT n1, w3x2
  WITH n1, w3x2 AS n2
  WHERE n2:Actor AND NOT coalesce(n2.kind = $p.a0, false)
  WITH n2, count(*) AS c1, min(n1.start) AS c2, max(n1.start) AS c3
  ORDER BY c1 DESC, n2.id ASC LIMIT $p.a1
  WITH *, COLLECT {
    WITH n2 AS n6
    WHERE n6 IS NOT NULL
    RETURN [n6.name]
  } AS c0
  RETURN collect([c0[0], c1, c2, c3]) AS c4
}
CALL () {
  MATCH (n1:Event)
  MATCH (n1)<-[r9:PARTICIPATED_IN]-(w8x1)
  WHERE r9.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, w8x1
  MATCH (w8x1)<-[r10:BACKS]-(w8x2)
  WHERE r10.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, w8x2
  WITH n1, w8x2 AS n7
  WHERE n7:Actor
  RETURN count(DISTINCT n7) AS c5
}
RETURN [[c4, c5]] AS r
;
CYPHER 5
CALL () {
  MATCH (n1:Actor)
  MATCH (n1)-[r4:BACKS]->(w3x1)
  WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, r4, w3x1
  MATCH (w3x1)-[r5:PARTICIPATED_IN]->(w3x2)
  WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r4.from, r4.attestedFrom) IS NULL OR coalesce(r4.from, r4.attestedFrom) <= w3x2.start) AND (r4.until IS NULL OR r4.until > w3x2.start)
  WITH DISTINCT n1, w3x2
  WITH n1, w3x2 AS n2
  WHERE n2:Event
  WITH n2, count(*) AS c1
  ORDER BY c1 DESC, n2.id ASC LIMIT $p.a0
  WITH *, COLLECT {
    WITH n2 AS n6
    WHERE n6 IS NOT NULL
    RETURN [n6.id]
  } AS c0
  RETURN collect([c0[0], c1]) AS c2
}
RETURN [[c2]] AS r
