CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:BACKS]-(n2:Actor)
    WHERE (r3.from IS NULL OR r3.from <= $p.a1) AND (r3.until IS NULL OR r3.until > $p.a1) AND r3.attestedFrom <= $p.a1 AND r3.attestedUntil >= $p.a1 AND r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [n2.id]
  } AS c0, COLLECT {
    MATCH (n1)<-[r5:BACKS]-(n4:Actor)
    WHERE (r5.from IS NULL OR r5.from <= $p.a3) AND (r5.until IS NULL OR r5.until > $p.a3) AND r5.attestedFrom <= $p.a3 AND r5.attestedUntil >= $p.a3 AND r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a4
    RETURN [n4.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r7:BACKS]-(n6:Actor)
    WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a5) AND (r7.until IS NULL OR r7.until > $p.a5) AND r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a6
    RETURN [r7.from, r7.until, n6.id]
  } AS c2
  RETURN [c0, c1, c2]
} AS c3
RETURN [c3[0]] AS r
