CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE n1.year >= $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Film)
  WHERE n2.year < $p.a3 AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id ASC LIMIT $p.a5
  RETURN [n2.id]
} AS c1, COLLECT {
  MATCH (n3:Film)
  WHERE NOT coalesce(n3.year < $p.a6, false) AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a8
  RETURN [n3.id]
} AS c2, COLLECT {
  MATCH (n4:Film)
  WHERE n4.year IN $p.a9 AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a11
  RETURN [n4.id]
} AS c3, COUNT {
  MATCH (n5:Film)
  WHERE NOT coalesce(n5.year IN $p.a12, false) AND n5.id IS NOT NULL
  RETURN n5
} AS c4, COLLECT {
  MATCH (n6:Film)
  WHERE n6.year IS NULL AND n6.id IS NOT NULL
  WITH *
  ORDER BY n6.id ASC LIMIT $p.a16
  RETURN [n6.id]
} AS c5, COLLECT {
  MATCH (n7:Person)
  WHERE n7.height > $p.a17 AND n7.id IS NOT NULL
  WITH *
  ORDER BY n7.id ASC LIMIT $p.a19
  RETURN [n7.id]
} AS c6, COLLECT {
  MATCH (n8:Person)
  WHERE n8.height IN $p.a20 AND n8.id IS NOT NULL
  WITH *
  ORDER BY n8.id ASC LIMIT $p.a22
  RETURN [n8.id, n8.height]
} AS c7
RETURN [c0, c1, c2, c3, c4, c5, c6, c7] AS r
