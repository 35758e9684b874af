CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.attestedFrom IS NOT NULL AND r2.attestedUntil IS NOT NULL AND r2.standing IN ['DENIED']
    RETURN n3
  } AS c0, COUNT {
    MATCH (n1)-[r4:BACKS]->(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a3) AND (r4.until IS NULL OR r4.until > $p.a3) AND r4.attestedFrom <= $p.a3 AND r4.attestedUntil >= $p.a3 AND r4.standing IN ['DENIED']
    RETURN n5
  } AS c1, COLLECT {
    MATCH (n1)-[r6:BACKS]->(n7:Actor)
    WHERE (r6.from IS NULL OR r6.from <= $p.a6) AND (r6.until IS NULL OR r6.until > $p.a6) AND r6.standing IN ['DENIED']
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a8
    RETURN [r6.attestedFrom, r6.attestedUntil, n7.id]
  } AS c2
  RETURN [c0, c1, c2]
} AS c3
RETURN [c3[0]] AS r
