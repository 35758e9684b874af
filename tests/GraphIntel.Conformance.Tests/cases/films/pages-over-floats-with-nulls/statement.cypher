CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.height IS NOT NULL DESC, n1.height DESC, n1.born IS NOT NULL ASC, n1.born ASC, n1.id ASC LIMIT $p.a1
  RETURN [n1.height, n1.born, n1.id, n1.id, n1.height]
} AS c0, COLLECT {
  MATCH (n2:Person)
  WHERE n2.id IS NOT NULL AND (n2.height < $p.a4 OR n2.height IS NULL OR n2.height = $p.a4 AND (n2.born > $p.a5 OR n2.born = $p.a5 AND (n2.id > $p.a6)))
  WITH *
  ORDER BY n2.height IS NOT NULL DESC, n2.height DESC, n2.born IS NOT NULL ASC, n2.born ASC, n2.id ASC LIMIT $p.a3
  RETURN [n2.height, n2.born, n2.id, n2.id, n2.height, n2.born]
} AS c1, COLLECT {
  MATCH (n3:Person)
  WHERE n3.id IS NOT NULL AND (n3.height < $p.a9 OR n3.height IS NULL OR n3.height = $p.a9 AND (n3.born > $p.a10 OR n3.born = $p.a10 AND (n3.id > $p.a11)))
  WITH *
  ORDER BY n3.height IS NOT NULL DESC, n3.height DESC, n3.born IS NOT NULL ASC, n3.born ASC, n3.id ASC LIMIT $p.a8
  RETURN [n3.id, n3.height, n3.born]
} AS c2, COLLECT {
  MATCH (n4:Person)
  WHERE n4.id IS NOT NULL AND n4.height >= $p.a14 AND (n4.height > $p.a14 OR n4.height = $p.a14 AND (n4.born < $p.a15 OR n4.born IS NULL OR n4.born = $p.a15 AND (n4.id < $p.a16)))
  WITH *
  ORDER BY n4.height IS NOT NULL ASC, n4.height ASC, n4.born IS NOT NULL DESC, n4.born DESC, n4.id DESC LIMIT $p.a13
  RETURN [n4.id]
} AS c3
RETURN [c0, c1, c2, reverse(c3)] AS r
