/**
 * Who may do what: one row per action and object, one cell per role, three letters per cell: on one's own case, on
 * somebody else's within reach, on somebody else's out of reach (`test/support/policy-scene.ts` says what reach means).
 * `y` is granted, `-` refused. An action or a role without a cell fails the test.
 */
export const POLICY_MATRIX = `
action             object              passer-by   person      lead        colleague   need-owner  recommender viewer      reviewer    decider     admin       system
read-summary       need                ---         y--         y--         y--         y--         yy-         yy-         yy-         yy-         yy-         ---
read-summary       list in draft       ---         y--         y--         y--         y--         y--         yy-         yy-         yy-         yy-         ---
read-summary       list in public      yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         ---
read-summary       list in summary     yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         ---
read-summary       list by invitation  ---         y--         yy-         y--         y--         y--         yy-         yy-         yy-         yy-         ---
read-summary       bid                 ---         y--         y--         yy-         y--         y--         yy-         yy-         yy-         yy-         ---
read-case          need                ---         y--         y--         y--         y--         yy-         yy-         yy-         yy-         yy-         ---
read-case          list in draft       ---         y--         y--         y--         y--         y--         yy-         yy-         yy-         yy-         ---
read-case          list in public      yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         ---
read-case          list in summary     ---         y--         y--         y--         y--         y--         yy-         yy-         yy-         yy-         ---
read-case          list by invitation  ---         y--         yy-         y--         y--         y--         yy-         yy-         yy-         yy-         ---
read-case          list under review   yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         yyy         ---
read-case          interest            ---         y--         y--         yy-         y--         y--         yy-         yy-         yy-         yy-         ---
read-case          bid                 ---         y--         y--         yy-         y--         y--         yy-         yy-         yy-         yy-         ---
read-case          bid on shortlist    ---         y--         y--         yy-         y--         y--         yy-         yy-         yy-         yy-         ---
read-case          bid handed over     ---         y--         y--         yy-         yy-         y--         yy-         yy-         yy-         yy-         ---
read-case          bid not consented   ---         y--         y--         yy-         y--         y--         yy-         yy-         yy-         yy-         ---
read-bid-content   need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
read-bid-content   interest            ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-bid-content   bid                 ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-bid-content   bid on shortlist    ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-bid-content   bid handed over     ---         y--         y--         yy-         yy-         y--         y--         yy-         yy-         y--         ---
read-bid-content   bid not consented   ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-contact       need                ---         y--         y--         y--         y--         yy-         y--         yy-         yy-         y--         ---
read-contact       list in draft       ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
read-contact       list in public      ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
read-contact       list in summary     ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
read-contact       list by invitation  ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
read-contact       list under review   ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
read-contact       interest            ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-contact       bid                 ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-contact       bid on shortlist    ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-contact       bid handed over     ---         y--         y--         yy-         yy-         y--         y--         yy-         yy-         y--         ---
read-contact       bid not consented   ---         y--         y--         yy-         y--         y--         y--         yy-         yy-         y--         ---
read-bid-count     list in public      ---         ---         ---         ---         ---         ---         yy-         yy-         yy-         yy-         ---
read-bid-count     list under review   ---         y--         y--         y--         y--         y--         yy-         yy-         yy-         yy-         ---
read-bid-count     bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
read-candidates    need                ---         ---         ---         ---         ---         ---         ---         yy-         yy-         ---         ---
read-candidates    list in public      ---         ---         ---         ---         ---         ---         ---         yy-         yy-         ---         ---
read-candidates    list under review   ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
read-candidates    bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
take-up            list in draft       ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
take-up            list in public      ---         -yy         -yy         -yy         -yy         -yy         -yy         -yy         -yy         -yy         ---
take-up            list in summary     ---         -yy         -yy         -yy         -yy         -yy         -yy         -yy         -yy         -yy         ---
take-up            list by invitation  ---         ---         -y-         ---         ---         ---         ---         ---         ---         ---         ---
take-up            need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
withdraw           need                ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
withdraw           list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
withdraw           interest            ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
withdraw           bid                 ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
read-draft         draft               ---         y--         y--         yy-         y--         y--         y--         y--         y--         y--         ---
edit-draft         draft               ---         y--         y--         yy-         y--         y--         y--         y--         y--         y--         ---
share-draft        draft               ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
submit             draft               ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
read-profile       profile             ---         y--         y--         y--         y--         y--         y--         yyy         yyy         y--         ---
read-profile       hidden profile      ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
edit-profile       profile             ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
export-data        account             ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
delete-data        account             ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
read-queue         programme           ---         ---         ---         ---         ---         ---         yyy         yyy         yyy         yyy         yyy
read-troubles      programme           ---         ---         ---         ---         ---         ---         ---         yyy         yyy         yyy         yyy
answer-request     programme           ---         ---         ---         ---         ---         ---         ---         yyy         yyy         ---         ---
settle-message     programme           ---         ---         ---         ---         ---         ---         ---         yyy         yyy         yyy         ---
save-listing       programme           ---         ---         ---         ---         ---         ---         ---         yyy         yyy         ---         ---
export             programme           ---         ---         ---         ---         ---         ---         ---         yyy         yyy         yyy         yyy
manage-staff       programme           ---         ---         ---         ---         ---         ---         ---         ---         ---         yyy         yyy
read-audit         programme           ---         ---         ---         ---         ---         ---         ---         ---         ---         yyy         yyy
act:accept         need                ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:accept         list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:accept         interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:accept         bid                 ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:return         need                ---         ---         ---         ---         ---         -y-         ---         -y-         -y-         ---         ---
act:return         list in public      ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:return         interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:return         bid                 ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:ask-more       need                ---         ---         ---         ---         ---         -y-         ---         -y-         -y-         ---         ---
act:ask-more       list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:ask-more       interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:ask-more       bid                 ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:recommend      need                ---         ---         ---         ---         ---         -y-         ---         -y-         -y-         ---         ---
act:recommend      list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:recommend      interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:recommend      bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:vet            need                ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:vet            list in public      ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:vet            interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:vet            bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:not-select     need                ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:not-select     list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:not-select     interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:not-select     bid                 ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:publish        need                ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:publish        list in public      ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:publish        interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:publish        bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:extend         need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:extend         list in public      ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:extend         interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:extend         bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:close          need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:close          list in public      ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         yyy
act:close          interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:close          bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:start-review   need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:start-review   list in public      ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:start-review   interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:start-review   bid                 ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:shortlist      need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:shortlist      list in public      ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:shortlist      interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:shortlist      bid                 ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:unshortlist    need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:unshortlist    list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:unshortlist    interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:unshortlist    bid                 ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:preselect      need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:preselect      list in public      ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:preselect      interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:preselect      bid                 ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:mark-offline   need                ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
act:mark-offline   list in public      ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:mark-offline   interest            ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
act:mark-offline   bid                 ---         y--         y--         y--         y--         y--         y--         yy-         yy-         y--         ---
act:stamped        need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:stamped        list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:stamped        interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:stamped        bid                 ---         ---         ---         ---         ---         ---         ---         -y-         -y-         ---         ---
act:withdraw       need                ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:withdraw       list in public      ---         ---         ---         ---         ---         ---         ---         ---         -y-         ---         ---
act:withdraw       interest            ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:withdraw       bid                 ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:complete       need                ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:complete       list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:complete       interest            ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:complete       bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:resubmit       need                ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:resubmit       list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:resubmit       interest            ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:resubmit       bid                 ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:grow           need                ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:grow           list in public      ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
act:grow           interest            ---         y--         y--         y--         y--         y--         y--         y--         y--         y--         ---
act:grow           bid                 ---         ---         ---         ---         ---         ---         ---         ---         ---         ---         ---
`;
