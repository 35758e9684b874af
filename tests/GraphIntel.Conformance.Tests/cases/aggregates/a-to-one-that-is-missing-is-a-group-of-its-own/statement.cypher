CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WITH count(*) AS c0, collect(n1) AS c1
  WITH *, COLLECT {
    UNWIND c1 AS n1
    OPTIONAL MATCH (n1)-[r3:BASED_IN]->(n2:Place)
    WITH n2, count(*) AS c3
    ORDER BY c3 DESC, n2.id IS NOT NULL ASC, n2.id ASC LIMIT $p.a0
    WITH *, COLLECT {
      WITH n2 AS n4
      WHERE n4 IS NOT NULL
      RETURN [n4.id]
    } AS c2
    RETURN [c2[0], c3]
  } AS c4, COLLECT {
    UNWIND c1 AS n1
    OPTIONAL MATCH (n1)-[r6:BASED_IN]->(n5:Place)
    WHERE n5.name STARTS WITH $p.a1
    WITH n5, count(*) AS c6
    ORDER BY c6 DESC, n5.id IS NOT NULL ASC, n5.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      WITH n5 AS n7
      WHERE n7 IS NOT NULL
      RETURN [n7.id]
    } AS c5
    RETURN [c5[0], c6]
  } AS c7, COUNT {
    UNWIND c1 AS n1
    MATCH (n1)-[r9:BASED_IN]->(n8:Place)
    WITH DISTINCT n8
    RETURN n8
  } AS c8
  RETURN [c0, c4, c7, c8]
} AS c9
RETURN [coalesce(c9[0], [0, [], [], 0])] AS r
