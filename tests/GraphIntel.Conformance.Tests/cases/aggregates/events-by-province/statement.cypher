CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WITH count(*) AS c0, collect(n1) AS c1
  WITH *, COLLECT {
    UNWIND c1 AS n1
    UNWIND COLLECT {
      MATCH (n1)-[r4:OCCURRED_AT]->(w3x1)
      WITH DISTINCT w3x1
      MATCH (w3x1)-[:PART_OF*0..32]->(w3x2)
      WITH DISTINCT w3x2
      WITH w3x2 AS n2
      WHERE n2:Place AND n2.kind = $p.a0
      RETURN n2
    } AS n2
    WITH n2, count(*) AS c3
    ORDER BY c3 DESC, n2.id ASC LIMIT $p.a1
    WITH *, COLLECT {
      WITH n2 AS n6
      WHERE n6 IS NOT NULL
      RETURN [n6.name]
    } AS c2
    RETURN [c2[0], c3]
  } AS c4
  RETURN [c0, c4]
} AS c5
RETURN [coalesce(c5[0], [0, []])] AS r
