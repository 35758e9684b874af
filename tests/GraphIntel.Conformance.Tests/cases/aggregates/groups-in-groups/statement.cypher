CYPHER 5
CALL () {
  MATCH (n1:Event)
  MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
  WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, n2
  WITH n1, n2, n1.kind AS g5
  WITH n2, g5, count(*) AS c1
  ORDER BY c1 DESC, g5 ASC
  WITH n2, collect([g5, c1])[..$p.a0] AS gs
  UNWIND gs AS g
  WITH n2, g[0] AS g5, g[1] AS c1
  WITH n2, collect([g5, c1]) AS gs
  RETURN collect([n2, gs]) AS c2
}
CALL () {
  MATCH (n1:Event)
  MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
  WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, n2
  MATCH (n1)-[r7:OCCURRED_AT]->(n6:Place)
  WITH n2, count(DISTINCT n6) AS c
  RETURN collect([n2, c]) AS c3
}
CALL () {
  MATCH (n1:Event)
  MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
  WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, n2
  WITH n2, count(*) AS c4
  ORDER BY c4 DESC, n2.id ASC LIMIT $p.a1
  WITH *, COLLECT {
    WITH n2 AS n4
    WHERE n4 IS NOT NULL
    RETURN [n4.name]
  } AS c0
  RETURN collect([n2, c0[0]]) AS c5
}
CALL () {
  MATCH (n1:Event)
  WITH n1, n1.kind AS g8
  WITH n1, g8
  WHERE n1.start IS NOT NULL
  WITH n1, g8, date.truncate('quarter', n1.start) AS g9
  WITH g8, g9, count(*) AS c6
  ORDER BY g9
  WITH g8, collect([g9, c6])[..1001] AS gs
  UNWIND gs AS g
  WITH g8, g[0] AS g9, g[1] AS c6
  WITH g8, collect([g9, c6]) AS gs
  RETURN collect([g8, gs]) AS c7
}
CALL () {
  MATCH (n1:Event)
  WITH n1, n1.kind AS g8
  WITH g8, count(*) AS c8
  ORDER BY g8 ASC, c8 DESC LIMIT $p.a2
  RETURN collect([g8, g8]) AS c9
}
RETURN [[[x IN c5 | [x[1], coalesce([y IN c2 WHERE (y[0] = x[0] OR y[0] IS NULL AND x[0] IS NULL) | y[1]][0], []), coalesce([y IN c3 WHERE (y[0] = x[0] OR y[0] IS NULL AND x[0] IS NULL) | y[1]][0], 0)]], [x IN c9 | [x[1], coalesce([y IN c7 WHERE (y[0] = x[0] OR y[0] IS NULL AND x[0] IS NULL) | y[1]][0], [])]]]] AS r
