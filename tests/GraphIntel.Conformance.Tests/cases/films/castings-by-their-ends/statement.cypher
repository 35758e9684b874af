CYPHER 5
WITH COUNT {
  MATCH (n2:Person)-[r1:ACTED_IN]->(n3:Film)
  WHERE n2.alive = $p.a0 AND n3.genre = $p.a1 AND n2.id IS NOT NULL AND n3.id IS NOT NULL AND r1.id IS NOT NULL
  RETURN r1
} AS c0, COLLECT {
  MATCH (n2:Person)-[r1:ACTED_IN]->(n3:Film)
  WHERE n2.alive = $p.a0 AND n3.genre = $p.a1 AND n2.id IS NOT NULL AND n3.id IS NOT NULL AND r1.id IS NOT NULL
  WITH *
  ORDER BY n3.year IS NOT NULL DESC, n3.year DESC, n2.name ASC, r1.id ASC LIMIT $p.a2
  WITH *, COLLECT {
    WITH startNode(r1) AS n4
    RETURN [n4.name]
  } AS c1, COLLECT {
    WITH endNode(r1) AS n5
    RETURN [n5.title, n5.year]
  } AS c2
  RETURN [r1.roles, r1.hired, c1[0], c2[0]]
} AS c3
RETURN [c0, c3] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE (r1.hired IS NULL OR r1.hired <= $p.a0) AND (r1.released IS NULL OR r1.released > $p.a0) AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a1
  RETURN [r1.id, r1.released]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r1) AS n2
    RETURN [n2.name]
  } AS c0
  RETURN [0, r1.roles, c0[0]] AS v
} AS c1
RETURN [c1[0]] AS r
