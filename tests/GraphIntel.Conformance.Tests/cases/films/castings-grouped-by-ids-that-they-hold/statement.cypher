CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:ACTED_IN]->()
  WITH count(*) AS c0, collect(r1) AS c1
  WITH *, COLLECT {
    UNWIND c1 AS r1
    UNWIND COLLECT {
      MATCH (n2:Person) USING INDEX SEEK n2:Person(id)
      WHERE n2.id IN r1.askedBeforeIds
      RETURN n2
    } AS n2
    WITH n2, count(*) AS c3, min(r1.hired) AS c4, max(r1.hired) AS c5
    ORDER BY c3 DESC, n2.id ASC LIMIT $p.a0
    WITH *, COLLECT {
      WITH n2 AS n3
      WHERE n3 IS NOT NULL
      RETURN [n3.name]
    } AS c2
    RETURN [c2[0], c3, c4, c5]
  } AS c6, COLLECT {
    UNWIND c1 AS r1
    UNWIND COLLECT {
      MATCH (n4:Person) USING INDEX SEEK n4:Person(id)
      WHERE n4.id IN r1.askedBeforeIds AND n4.name CONTAINS $p.a1
      RETURN n4
    } AS n4
    WITH n4, count(*) AS c8
    ORDER BY c8 DESC, n4.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      WITH n4 AS n5
      WHERE n5 IS NOT NULL
      RETURN [n5.id]
    } AS c7
    RETURN [c7[0], c8]
  } AS c9, COUNT {
    UNWIND c1 AS r1
    UNWIND COLLECT {
      MATCH (n6:Person) USING INDEX SEEK n6:Person(id)
      WHERE n6.id IN r1.askedBeforeIds
      RETURN n6
    } AS n6
    WITH DISTINCT n6
    RETURN n6
  } AS c10
  RETURN [c0, c6, c9, c10]
} AS c11, COLLECT {
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
  } AS c12
  RETURN [r1.id, c12]
} AS c13
RETURN [coalesce(c11[0], [0, [], [], 0]), c13] AS r
