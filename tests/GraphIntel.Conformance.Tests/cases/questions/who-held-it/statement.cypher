CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a3
    RETURN [r2.status, n3.name]
  } AS c0, COLLECT {
    MATCH (n1)<-[r4:CONTROLS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a4) AND (r4.until IS NULL OR r4.until > $p.a4) AND r4.attestedFrom <= $p.a4 AND r4.attestedUntil >= $p.a4 AND r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a6
    RETURN [n5.name, r4.id, r4.attestedFrom, r4.attestedUntil]
  } AS c1, COLLECT {
    MATCH (n1)<-[r6:CONTROLS]-(n7:Actor)
    WHERE (r6.from IS NULL OR r6.from <= $p.a7) AND (r6.until IS NULL OR r6.until > $p.a7) AND r6.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a9
    WITH *, COLLECT {
      MATCH (n8:Claim)
      WHERE n8.about = r6.id AND n8.id IS NOT NULL
      WITH *
      ORDER BY n8.id ASC LIMIT $p.a11
      WITH *, COLLECT {
        MATCH (n8)-[r9:MADE_BY]->(n10:Source)
        RETURN [n10.name, n10.kind]
      } AS c2, COLLECT {
        MATCH (n8)-[r11:MADE_IN]->(n12:Report)
        WITH *, COLLECT {
          MATCH (n12)-[r13:PUBLISHED_BY]->(n14:Source)
          RETURN [n14.name]
        } AS c3
        RETURN [n12.url, c3[0]]
      } AS c4
      RETURN [n8.stance, n8.made, c2[0], c4[0]]
    } AS c5
    RETURN [r6.status, r6.basis, n7.name, c5]
  } AS c6
  RETURN [c0, c1, c6]
} AS c7
RETURN [c7[0]] AS r
