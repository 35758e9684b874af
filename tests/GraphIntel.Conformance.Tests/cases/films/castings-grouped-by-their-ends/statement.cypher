CYPHER 5
WITH COUNT {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  RETURN r1
} AS c0
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS n2
  WITH r1, n2, endNode(r1) AS n4
  WITH n2, n4, count(*) AS c7
  ORDER BY n4.id IS NOT NULL DESC, n4.id DESC, c7 DESC
  WITH n2, collect([n4, c7])[..$p.a1] AS gs
  UNWIND gs AS g
  WITH n2, g[0] AS n4, g[1] AS c7
  WITH *, COLLECT {
    WITH n4 AS n5
    WHERE n5 IS NOT NULL
    RETURN [n5.title]
  } AS c6
  WITH n2, collect([c6[0]]) AS gs
  RETURN collect([n2, gs]) AS c8
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS n2
  WITH n2, count(*) AS c3, min(r1.hired) AS c4, max(r1.released) AS c5
  ORDER BY c3 DESC, n2.id IS NOT NULL ASC, n2.id ASC LIMIT $p.a2
  WITH *, COLLECT {
    WITH n2 AS n3
    WHERE n3 IS NOT NULL
    RETURN [n3.name]
  } AS c2
  RETURN collect([n2, c2[0], c3, c4, c5]) AS c9
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH r1, endNode(r1) AS n6
  WITH r1, CASE WHEN EXISTS {
    MATCH (n6)-[r8:SEQUEL_OF]->(n7:Film)
    RETURN 1
  } THEN n6 END AS n6
  WITH n6, count(*) AS c11
  ORDER BY c11 DESC, n6.id IS NOT NULL ASC, n6.id ASC LIMIT $p.a3
  WITH *, COLLECT {
    WITH n6 AS n9
    WHERE n9 IS NOT NULL
    RETURN [n9.title]
  } AS c10
  RETURN collect([c10[0], c11]) AS c12
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS n10
  RETURN count(DISTINCT n10) AS c13
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH r1, endNode(r1) AS n11
  RETURN count(DISTINCT n11) AS c14
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH r1, startNode(r1) AS n12
  WITH r1, CASE WHEN n12.alive = $p.a4 THEN n12 END AS n12
  RETURN count(DISTINCT n12) AS c15
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH count(*) AS c1
  RETURN [c1] AS c16
}
RETURN [c0, [c16[0], [x IN c9 | [x[1], x[2], x[3], x[4], coalesce([y IN c8 WHERE (y[0] = x[0] OR y[0] IS NULL AND x[0] IS NULL) | y[1]][0], [])]], c12, c13, c14, c15]] AS r
