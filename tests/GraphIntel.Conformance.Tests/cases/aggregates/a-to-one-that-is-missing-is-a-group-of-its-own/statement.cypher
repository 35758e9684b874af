CYPHER 5
CALL () {
  MATCH (n1:Actor)
  OPTIONAL MATCH (n1)-[r3:BASED_IN]->(n2:Place)
  WITH n2, count(*) AS c2
  ORDER BY c2 DESC, n2.id IS NOT NULL ASC, n2.id ASC LIMIT $p.a0
  WITH *, COLLECT {
    WITH n2 AS n4
    WHERE n4 IS NOT NULL
    RETURN [n4.id]
  } AS c1
  RETURN collect([c1[0], c2]) AS c3
}
CALL () {
  MATCH (n1:Actor)
  OPTIONAL MATCH (n1)-[r6:BASED_IN]->(n5:Place)
  WHERE n5.name STARTS WITH $p.a1
  WITH n5, count(*) AS c5
  ORDER BY c5 DESC, n5.id IS NOT NULL ASC, n5.id ASC LIMIT $p.a2
  WITH *, COLLECT {
    WITH n5 AS n7
    WHERE n7 IS NOT NULL
    RETURN [n7.id]
  } AS c4
  RETURN collect([c4[0], c5]) AS c6
}
CALL () {
  MATCH (n1:Actor)
  MATCH (n1)-[r9:BASED_IN]->(n8:Place)
  RETURN count(DISTINCT n8) AS c7
}
CALL () {
  MATCH (n1:Actor)
  WITH count(*) AS c0
  RETURN [c0] AS c8
}
RETURN [[c8[0], c3, c6, c7]] AS r
