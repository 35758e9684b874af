CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)-[r2:PART_OF]->(n3:Place)
    WHERE (n3.name = $p.a0 OR r2.id = $p.a1 OR (NOT EXISTS {
      MATCH (n3)-[r4:PART_OF]->(n5:Place)
      RETURN 1
    } AND n3.kind = $p.a2))
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a4
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
