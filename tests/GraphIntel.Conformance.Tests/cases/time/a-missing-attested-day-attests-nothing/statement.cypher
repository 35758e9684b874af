CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.attestedFrom IS NOT NULL AND r3.attestedUntil IS NOT NULL AND r3.standing IN ['DENIED']
    RETURN n2
  } AS c0, COUNT {
    MATCH (n1)-[r5:BACKS]->(n4:Actor)
    WHERE (r5.from IS NULL OR r5.from <= $p.a1) AND (r5.until IS NULL OR r5.until > $p.a1) AND r5.attestedFrom <= $p.a1 AND r5.attestedUntil >= $p.a1 AND r5.standing IN ['DENIED']
    RETURN n4
  } AS c1, COLLECT {
    MATCH (n1)-[r7:BACKS]->(n6:Actor)
    WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a2) AND (r7.until IS NULL OR r7.until > $p.a2) AND r7.standing IN ['DENIED']
    WITH *
    ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a3
    RETURN [r7.attestedFrom, r7.attestedUntil, n6.id]
  } AS c2
  RETURN [c0, c1, c2]
} AS c3
RETURN [c3[0]] AS r
