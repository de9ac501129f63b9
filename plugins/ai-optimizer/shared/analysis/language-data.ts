/** Word lists of our own, by language; a check without a list for the language does not apply. */

export const TRANSITIONS: Readonly<Record<string, readonly string[]>> = {
  en: 'accordingly,after,afterwards,also,although,as a result,at first,at last,because,before,besides,but,by contrast,consequently,even so,eventually,finally,first,for example,for instance,furthermore,hence,however,if,in addition,in fact,in other words,in short,in the end,indeed,instead,later,likewise,meanwhile,moreover,nevertheless,next,on the other hand,otherwise,rather,second,similarly,since,so,still,that is why,then,therefore,though,thus,to begin with,unless,until,when,whereas,while,yet'.split(
    ',',
  ),
  de: 'aber,abgesehen davon,allerdings,also,anfangs,anschließend,außerdem,bevor,da,dabei,dadurch,dafür,dagegen,daher,damit,danach,dann,darum,dass,dennoch,deshalb,deswegen,doch,einerseits,endlich,erst,erstens,falls,ferner,folglich,immerhin,indem,jedoch,kurz,mit anderen worten,nachdem,nämlich,obwohl,ohnehin,schließlich,sobald,somit,sonst,sowie,stattdessen,trotzdem,und zwar,vor allem,vorher,während,weil,weiterhin,wenn,zudem,zuerst,zuletzt,zum beispiel,zunächst,zwar,zweitens'.split(
    ',',
  ),
  es: 'además,ahora,antes,aunque,así,como,cuando,después,en cambio,entonces,es decir,finalmente,luego,mientras,pero,por ejemplo,por eso,por lo tanto,porque,primero,pues,si,sin embargo,también'.split(
    ',',
  ),
  fr: 'ainsi,alors,après,aussi,avant,car,cependant,c’est pourquoi,d’abord,de plus,donc,en effet,en revanche,enfin,ensuite,lorsque,mais,néanmoins,parce que,par conséquent,par exemple,pourtant,puis,quand,si,toutefois'.split(
    ',',
  ),
};

/** Words that carry no subject. */
export const STOPWORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'a about above after again against all almost also although always am among an and another any anyone anything are around as at away back be became because been before being below between both but by came can cannot come could did do does doing done down during each either else enough even ever every everyone everything few first for from get gets give given go goes going gone got had has have having he her here hers herself him himself his how however i if in into is it its itself just keep kept know known last least less let like likely made make makes many may maybe me might mine more most much must my myself never new next no nobody none nor not nothing now of off often on once one only onto or other others ought our ours out over own part per perhaps put quite rather really said same say says see seen several shall she should since so some someone something still such take taken tell than that the their theirs them themselves then there these they thing things this those though three through thus time to together too toward two under until up upon us use used very was way we well went were what when where whether which while who whole whom whose why will with within without would yes yet you your yours'.split(
      ' ',
    ),
  ),
  de: new Set(
    'ab aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beide beim bevor bin bis bist da dabei dadurch dafür dagegen daher damit danach dann dar daran darauf daraus darin darüber das dass dazu dein deine dem den denn der des dessen deshalb dich die dies diese diesem diesen dieser dieses dir doch dort du durch eben ein eine einem einen einer eines einige einmal er erst es etwa etwas euch euer eure für fast ganz gar gegen geht gemacht gerade gibt ging hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinem keinen keiner kommt können könnte lässt machen macht man manche mehr mein meine mich mir mit muss müssen nach nachdem neben nicht nichts nie noch nun nur ob oben oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so sogar solche soll sollen sollte sondern sonst steht über um und uns unser unsere unter viel viele vom von vor wann war waren warum was weil weiter welche wenn wer werden wie wieder will wir wird wo wollen wurde wurden würde zu zum zur zwar zwei zwischen'.split(
      ' ',
    ),
  ),
};

/** Words that leave people out or hurt them, with what can be said instead. */
export const EXCLUSIVE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['blacklist', 'blocklist'],
    ['whitelist', 'allowlist'],
    ['chairman', 'chair'],
    ['fireman', 'firefighter'],
    ['policeman', 'police officer'],
    ['mankind', 'humankind'],
    ['manpower', 'workforce'],
    ['manmade', 'made by people'],
    ['man-made', 'made by people'],
    ['salesman', 'salesperson'],
    ['stewardess', 'flight attendant'],
    ['housewife', 'homemaker'],
    ['crippled', 'disabled'],
    ['wheelchair-bound', 'who uses a wheelchair'],
    ['the handicapped', 'people with disabilities'],
    ['the elderly', 'older people'],
    ['third world', 'developing countries'],
    ['sanity check', 'quick check'],
  ],
  de: [
    ['blacklist', 'Sperrliste'],
    ['whitelist', 'Freigabeliste'],
    ['feuerwehrmann', 'Feuerwehrkraft'],
    ['krankenschwester', 'Pflegekraft'],
    ['putzfrau', 'Reinigungskraft'],
    ['an den rollstuhl gefesselt', 'im Rollstuhl'],
    ['taubstumm', 'gehörlos'],
    ['behinderte', 'Menschen mit Behinderung'],
    ['mannschaftsstärke', 'Teamgröße'],
  ],
};

const ENGLISH_IRREGULAR =
  'born|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|eaten|fallen|felt|found|forgotten|given|gone|grown|heard|held|hidden|hit|kept|known|laid|led|left|lost|made|meant|paid|put|read|run|said|seen|sent|set|shown|shut|sold|spent|spoken|stolen|sung|sunk|taken|taught|thought|thrown|told|torn|understood|won|worn|woven|written';

/** A sentence that hides who acts. Approximate, as every rule without a parser is. */
export const PASSIVE: Readonly<Record<string, RegExp>> = {
  en: new RegExp(
    `\\b(?:is|are|was|were|be|been|being|gets|got)(?:\\s+(?:not|never|also|often|always|being|\\w+ly))?\\s+(?:\\w{2,}ed|${ENGLISH_IRREGULAR})\\b`,
    'i',
  ),
  de: /\b(?:wird|werden|wurde|wurden|worden|werde|würde|würden)\b(?=.*\b(?:ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer)\w{2,}(?:t|en)|\w+ge\w{2,}(?:t|en))\b)|\b(?:ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer)\w{2,}(?:t|en))\s+(?:wird|werden|wurde|wurden|worden)\b/i,
};
