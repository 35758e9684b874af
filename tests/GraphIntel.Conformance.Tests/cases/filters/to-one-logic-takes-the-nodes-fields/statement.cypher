CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)-[r3:PART_OF]->(n2:Place)
    WHERE (n2.name = $p.a0 OR n2.id = $p.a1 OR (NOT EXISTS {
      MATCH (n2)-[r5:PART_OF]->(n4:Place)
      RETURN 1
    } AND n2.kind = $p.a2))
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a3
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
