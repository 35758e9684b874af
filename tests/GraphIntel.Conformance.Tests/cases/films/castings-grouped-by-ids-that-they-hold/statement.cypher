CYPHER 5
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  MATCH (n2:Person) USING INDEX SEEK n2:Person(id)
  WHERE n2.id IN r1.askedBeforeIds
  WITH n2, count(*) AS c2, min(r1.hired) AS c3, max(r1.hired) AS c4
  ORDER BY c2 DESC, n2.id ASC LIMIT $p.a0
  WITH *, COLLECT {
    WITH n2 AS n3
    WHERE n3 IS NOT NULL
    RETURN [n3.name]
  } AS c1
  RETURN collect([c1[0], c2, c3, c4]) AS c5
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  MATCH (n4:Person) USING INDEX SEEK n4:Person(id)
  WHERE n4.id IN r1.askedBeforeIds AND n4.name CONTAINS $p.a1
  WITH n4, count(*) AS c7
  ORDER BY c7 DESC, n4.id ASC LIMIT $p.a2
  WITH *, COLLECT {
    WITH n4 AS n5
    WHERE n5 IS NOT NULL
    RETURN [n5.id]
  } AS c6
  RETURN collect([c6[0], c7]) AS c8
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  MATCH (n6:Person) USING INDEX SEEK n6:Person(id)
  WHERE n6.id IN r1.askedBeforeIds
  RETURN count(DISTINCT n6) AS c9
}
CALL () {
  MATCH ()-[r1:ACTED_IN]->()
  WITH count(*) AS c0
  RETURN [c0] AS c10
}
WITH *, COLLECT {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a4
  WITH *, COLLECT {
    MATCH (n7:Person) USING INDEX SEEK n7:Person(id)
    WHERE n7.id IN r1.askedBeforeIds
    WITH *
    ORDER BY n7.id ASC LIMIT $p.a3
    RETURN [n7.name]
  } AS c11
  RETURN [r1.id, c11]
} AS c12
RETURN [[c10[0], c5, c8, c9], c12] AS r
