CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)-[r2:PART_OF]->(n3:Place)
    WHERE r2.id = $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COUNT {
  MATCH (n4:Place)
  WHERE EXISTS {
    MATCH (n4)-[r5:PART_OF]->(n6:Place)
    WHERE NOT coalesce(r5.id = $p.a3, false)
    RETURN 1
  } AND n4.id IS NOT NULL
  RETURN n4
} AS c1, COUNT {
  MATCH (n7:Place)
  WHERE EXISTS {
    MATCH (n7)-[r8:PART_OF]->(n9:Place)
    WHERE NOT coalesce(r8.id IN $p.a6, false)
    RETURN 1
  } AND n7.id IS NOT NULL
  RETURN n7
} AS c2
RETURN [c0, c1, c2] AS r
