CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE (coalesce(r3.from, r3.attestedFrom) IS NULL OR coalesce(r3.from, r3.attestedFrom) <= $p.a1) AND (r3.until IS NULL OR r3.until > $p.a1) AND r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [r3.status, n2.name]
  } AS c0, COLLECT {
    MATCH (n1)<-[r5:CONTROLS]-(n4:Actor)
    WHERE (r5.from IS NULL OR r5.from <= $p.a3) AND (r5.until IS NULL OR r5.until > $p.a3) AND r5.attestedFrom <= $p.a3 AND r5.attestedUntil >= $p.a3 AND r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a4
    RETURN [n4.name, r5.id, r5.attestedFrom, r5.attestedUntil]
  } AS c1, COLLECT {
    MATCH (n1)<-[r7:CONTROLS]-(n6:Actor)
    WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a5) AND (r7.until IS NULL OR r7.until > $p.a5) AND r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a7
    WITH *, COLLECT {
      MATCH (n8:Claim)
      WHERE n8.about = r7.id AND n8.id IS NOT NULL
      WITH *
      ORDER BY n8.id ASC LIMIT $p.a6
      WITH *, COLLECT {
        MATCH (n8)-[r10:MADE_BY]->(n9:Source)
        RETURN [n9.name, n9.kind]
      } AS c2, COLLECT {
        MATCH (n8)-[r12:MADE_IN]->(n11:Report)
        WITH *, COLLECT {
          MATCH (n11)-[r14:PUBLISHED_BY]->(n13:Source)
          RETURN [n13.name]
        } AS c3
        RETURN [n11.url, c3[0]]
      } AS c4
      RETURN [n8.stance, n8.made, c2[0], c4[0]]
    } AS c5
    RETURN [r7.status, r7.basis, n6.name, c5]
  } AS c6
  RETURN [c0, c1, c6]
} AS c7
RETURN [c7[0]] AS r
